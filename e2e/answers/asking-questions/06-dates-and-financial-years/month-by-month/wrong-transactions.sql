SELECT month(paid) AS m, COUNT(DISTINCT transaction_number), SUM(amount) FROM payments WHERE year(paid) = 2021 GROUP BY m ORDER BY m
