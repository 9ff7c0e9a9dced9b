SELECT month(paid) AS m, SUM(amount), COUNT(*) FROM payments WHERE year(paid) = 2021 GROUP BY m ORDER BY m
