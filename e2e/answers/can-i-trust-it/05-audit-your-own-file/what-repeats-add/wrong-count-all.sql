SELECT body, COUNT(*), SUM((times_published - 1) * amount) FROM payments GROUP BY body
