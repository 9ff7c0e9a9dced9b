SELECT year(paid) - CAST(month(paid) < 4 AS INTEGER) AS y, SUM(amount) FROM payments GROUP BY y ORDER BY y
