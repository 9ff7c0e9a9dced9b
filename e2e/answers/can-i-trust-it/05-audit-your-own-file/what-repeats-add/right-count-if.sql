SELECT body, COUNT_IF(times_published > 1), SUM(times_published * amount - amount) FROM payments GROUP BY ALL
