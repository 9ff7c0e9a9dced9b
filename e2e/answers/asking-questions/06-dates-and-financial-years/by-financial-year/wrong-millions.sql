SELECT year(paid - INTERVAL 3 MONTH) AS y, ROUND(SUM(amount) / 1e6, 1) FROM payments GROUP BY y ORDER BY y
