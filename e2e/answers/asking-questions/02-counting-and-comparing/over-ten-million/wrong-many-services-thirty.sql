SELECT department, SUM(transactions) AS total FROM services GROUP BY department HAVING COUNT(transactions) > 20 AND total > 10000000 ORDER BY total DESC
