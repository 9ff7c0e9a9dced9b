SELECT month(paid) AS m, COUNT(*), SUM(amount) FROM payments WHERE year(file_month) = 2021 GROUP BY m ORDER BY m
