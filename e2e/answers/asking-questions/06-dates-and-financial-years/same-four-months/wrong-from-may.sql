SELECT year(paid) AS y, SUM(amount) FROM payments WHERE paid >= '2020-04-01' AND month(paid) BETWEEN 5 AND 7 GROUP BY y
