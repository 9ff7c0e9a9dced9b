SELECT (quarter(paid) + 2) % 4 + 1 AS q, SUM(amount) FROM payments WHERE year(paid - INTERVAL 3 MONTH) = 2021 GROUP BY q
