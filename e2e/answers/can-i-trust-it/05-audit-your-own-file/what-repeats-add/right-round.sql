SELECT body, COUNT(*) FILTER (WHERE times_published > 1) AS n, ROUND(SUM((times_published - 1) * amount), 2) AS pounds FROM payments GROUP BY body
