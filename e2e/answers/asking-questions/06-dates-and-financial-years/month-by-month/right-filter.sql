SELECT month(paid) AS m, COUNT(*) FILTER (WHERE year(paid) = 2021) AS n, SUM(amount) FILTER (WHERE year(paid) = 2021) AS t
FROM payments GROUP BY m HAVING n > 0 ORDER BY m
