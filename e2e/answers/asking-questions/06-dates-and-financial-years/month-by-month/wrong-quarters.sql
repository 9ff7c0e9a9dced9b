SELECT quarter(paid) AS q, COUNT(*), SUM(amount) FROM payments WHERE year(paid) = 2021 GROUP BY q ORDER BY q
