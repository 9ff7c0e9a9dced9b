SELECT month(file_month) AS m, COUNT(*), SUM(amount) FROM payments_published WHERE year(file_month) = 2021 GROUP BY m ORDER BY m
