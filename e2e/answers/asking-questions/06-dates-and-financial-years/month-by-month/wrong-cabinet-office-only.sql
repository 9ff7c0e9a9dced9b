SELECT month(paid) AS m, COUNT(*), SUM(amount) FROM payments WHERE year(paid) = 2021 AND body = 'Cabinet Office' GROUP BY m ORDER BY m
