SELECT quarter(paid) - 1 AS q, SUM(amount) FROM payments WHERE year(paid) = 2021 AND quarter(paid) > 1 GROUP BY q
UNION ALL
SELECT 4, SUM(amount) FROM payments WHERE year(paid) = 2022 AND quarter(paid) = 1 HAVING COUNT(*) > 0
