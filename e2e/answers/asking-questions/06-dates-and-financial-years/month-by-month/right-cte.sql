WITH p AS (SELECT month(paid) AS m, amount FROM payments WHERE year(paid) = 2021)
SELECT m, COUNT(*), SUM(amount) FROM p GROUP BY m ORDER BY m
