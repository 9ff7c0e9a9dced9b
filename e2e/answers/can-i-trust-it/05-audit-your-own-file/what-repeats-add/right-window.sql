SELECT DISTINCT body, COUNT(*) FILTER (WHERE times_published > 1) OVER (PARTITION BY body), SUM((times_published - 1) * amount) OVER (PARTITION BY body) FROM payments
