SELECT body, COUNT(*) FILTER (WHERE times_published > 1), SUM((times_published - 1) * amount) FILTER (WHERE times_published > 1) FROM payments GROUP BY body
