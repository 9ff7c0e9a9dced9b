SELECT month(paid) AS m, COUNT(*), SUM(amount) FROM payments WHERE year(paid) = 2022 GROUP BY m ORDER BY m
