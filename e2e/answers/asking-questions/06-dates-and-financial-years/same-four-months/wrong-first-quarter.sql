SELECT year(paid) AS y, SUM(amount) FROM payments WHERE paid >= '2020-04-01' AND quarter(paid) = 2 GROUP BY y
