SELECT CASE WHEN month(paid) < 4 THEN year(paid) ELSE year(paid) + 1 END AS y, SUM(amount) FROM payments GROUP BY y ORDER BY y
