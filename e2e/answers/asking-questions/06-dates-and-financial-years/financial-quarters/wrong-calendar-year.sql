SELECT quarter(paid - INTERVAL 3 MONTH) AS q, SUM(amount) FROM payments WHERE year(paid) = 2021 GROUP BY q
