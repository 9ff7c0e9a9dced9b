SELECT year(paid - 92) AS y, SUM(amount) FROM payments GROUP BY y ORDER BY y
