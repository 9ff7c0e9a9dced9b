SELECT body, SUM((times_published > 1)::INT), SUM((times_published - 1) * amount) FROM payments GROUP BY body
