SELECT body, COUNT(*) FILTER (WHERE times_published > 1), ROUND(SUM((times_published - 1) * amount) / 1000000, 1) FROM payments GROUP BY body
