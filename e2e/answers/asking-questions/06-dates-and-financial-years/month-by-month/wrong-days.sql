SELECT day(paid) AS d, COUNT(*), SUM(amount) FROM payments WHERE year(paid) = 2021 GROUP BY d ORDER BY d
