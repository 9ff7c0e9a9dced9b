SELECT month(b), COUNT(*), SUM(amount) FROM (SELECT date_trunc('month', paid) AS b, amount FROM payments WHERE year(paid) = 2021) GROUP BY b ORDER BY b
