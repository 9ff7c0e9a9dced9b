SELECT department, SUM(transactions) AS total FROM services GROUP BY department HAVING SUM(transactions) > 9900000 ORDER BY total DESC
