SELECT month(paid) AS m, COUNT(*), AVG(amount) FROM payments WHERE year(paid) = 2021 GROUP BY m ORDER BY m
