SELECT department, SUM(DISTINCT transactions) AS total FROM services GROUP BY department HAVING SUM(DISTINCT transactions) > 10000000 ORDER BY total DESC
