SELECT month(paid) AS m, COUNT(*), SUM(amount) FROM payments GROUP BY m ORDER BY m
