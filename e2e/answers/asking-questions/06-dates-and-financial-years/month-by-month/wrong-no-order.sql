SELECT month(paid) AS m, COUNT(*), SUM(amount) FROM payments WHERE year(paid) = 2021 GROUP BY m ORDER BY 2
