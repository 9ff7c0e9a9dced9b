SELECT department, SUM(transactions) AS total FROM services GROUP BY department HAVING SUM(transactions) > 10000000 AND COUNT(*) > 10 ORDER BY total DESC
