SELECT body, COUNT(*) FILTER (WHERE times_published > 1), SUM(times_published * amount) FILTER (WHERE times_published > 1) FROM payments GROUP BY body
