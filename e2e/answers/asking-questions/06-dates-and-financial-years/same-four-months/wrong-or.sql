SELECT year(paid) AS y, SUM(amount) FROM payments WHERE paid >= '2020-04-01' OR month(paid) BETWEEN 4 AND 7 GROUP BY y
