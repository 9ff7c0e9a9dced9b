SELECT department, SUM(transactions) AS total FROM services GROUP BY department HAVING total > 10000000 ORDER BY total DESC
