SELECT CASE WHEN month(paid) IN (1, 2, 3) THEN year(paid) - 1 ELSE year(paid) END AS y, SUM(amount) FROM payments GROUP BY ALL ORDER BY y
