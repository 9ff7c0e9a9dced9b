SELECT year(paid - INTERVAL 3 MONTH) AS y, SUM(amount) FROM payments WHERE month(paid - INTERVAL 3 MONTH) <= 4 AND paid >= '2020-04-01' GROUP BY y
