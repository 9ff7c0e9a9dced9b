SELECT year(paid - INTERVAL 3 MONTH) AS y, SUM(amount) FROM payments WHERE paid >= '2020-04-01' AND month(paid) <= 7 GROUP BY y
