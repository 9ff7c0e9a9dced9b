SELECT body, COUNT(*) FILTER (WHERE times_published > 1), COALESCE(SUM((times_published - 1) * amount) FILTER (WHERE times_published > 1), 0) FROM payments GROUP BY body
