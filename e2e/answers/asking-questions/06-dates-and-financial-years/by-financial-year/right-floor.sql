SELECT (year(paid) * 12 + month(paid) - 4) // 12 AS y, SUM(amount) FROM payments GROUP BY y ORDER BY y
