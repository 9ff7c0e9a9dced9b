SELECT month(paid) AS m, COUNT(*), SUM(amount) / 1000000 FROM payments WHERE year(paid) = 2021 GROUP BY m ORDER BY m
