SELECT body, COUNT(NULLIF(times_published, 1)), SUM((times_published - 1) * amount) FROM payments GROUP BY body
