SELECT body, COUNT(DISTINCT times_published), SUM((times_published - 1) * amount) FROM payments GROUP BY body
