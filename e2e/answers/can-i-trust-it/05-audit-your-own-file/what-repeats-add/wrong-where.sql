SELECT body, COUNT(*), SUM((times_published - 1) * amount) FROM payments WHERE times_published > 1 GROUP BY body
