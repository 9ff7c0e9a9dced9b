SELECT year(paid - INTERVAL 3 MONTH) AS y, COUNT(amount) FROM payments GROUP BY y ORDER BY y
