SELECT department, SUM(transactions) AS total FROM services GROUP BY department HAVING NOT SUM(transactions) <= 1e7 ORDER BY total DESC
