SELECT body, COUNT(*) FILTER (WHERE times_published > 2), SUM((times_published - 1) * amount) FROM payments GROUP BY body
