SELECT year(paid) AS y, SUM(amount) FROM payments GROUP BY y ORDER BY y
