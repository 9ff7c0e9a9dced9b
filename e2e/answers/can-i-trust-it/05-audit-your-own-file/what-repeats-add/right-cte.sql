WITH r AS (SELECT body, CASE WHEN times_published > 1 THEN 1 ELSE 0 END AS is_repeat, (times_published - 1) * amount AS extra FROM payments)
SELECT body, SUM(is_repeat), SUM(extra) FROM r GROUP BY body
