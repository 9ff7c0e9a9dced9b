SELECT body, COUNT(*) FILTER (WHERE times_published > 1), SUM(times_published * amount) FROM payments GROUP BY body
