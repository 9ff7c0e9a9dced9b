SELECT department, SUM(transactions) AS total FROM services GROUP BY department ORDER BY total DESC LIMIT 6
