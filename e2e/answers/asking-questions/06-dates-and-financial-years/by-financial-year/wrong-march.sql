SELECT CASE WHEN month(paid) < 3 THEN year(paid) - 1 ELSE year(paid) END AS y, SUM(amount) FROM payments GROUP BY y ORDER BY y
