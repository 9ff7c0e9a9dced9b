SELECT year(paid) AS y, SUM(amount) FROM payments WHERE month(paid) > 3 AND month(paid) < 8 AND paid > '2020-03-31' GROUP BY y
