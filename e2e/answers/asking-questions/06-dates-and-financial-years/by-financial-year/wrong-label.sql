SELECT CASE WHEN month(paid) < 4 THEN (year(paid) - 1)::VARCHAR ELSE year(paid)::VARCHAR END || '/' || right(year(paid)::VARCHAR, 2) AS y, SUM(amount) FROM payments GROUP BY y ORDER BY y
