SELECT department, SUM(transactions) AS total FROM services GROUP BY department HAVING MAX(transactions) > 3000000 AND SUM(transactions) > 10000000 ORDER BY total DESC
