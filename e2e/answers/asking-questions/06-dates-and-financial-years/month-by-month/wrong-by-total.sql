SELECT month(paid) AS m, COUNT(*), SUM(amount) AS t FROM payments WHERE year(paid) = 2021 GROUP BY m ORDER BY t DESC
