SELECT CASE WHEN month(paid) < 4 OR (month(paid) = 4 AND day(paid) < 6) THEN year(paid) - 1 ELSE year(paid) END AS y, SUM(amount) FROM payments GROUP BY y ORDER BY y
