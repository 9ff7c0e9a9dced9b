SELECT department, SUM(transactions) AS total FROM services WHERE transactions IS NOT NULL GROUP BY department HAVING SUM(transactions) > 10000000 ORDER BY total DESC
