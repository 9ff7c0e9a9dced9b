SELECT year(paid) AS y, SUM(amount) FROM payments WHERE month(paid) BETWEEN 4 AND 7 GROUP BY y HAVING y >= 2020
