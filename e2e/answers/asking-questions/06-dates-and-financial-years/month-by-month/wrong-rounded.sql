SELECT month(paid) AS m, COUNT(*), ROUND(SUM(amount)) FROM payments WHERE year(paid) = 2021 GROUP BY m ORDER BY m
