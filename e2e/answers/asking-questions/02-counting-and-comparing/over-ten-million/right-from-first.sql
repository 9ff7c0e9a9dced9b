FROM services SELECT department, SUM(transactions) AS total GROUP BY department HAVING SUM(transactions) > 10 * 1000000 ORDER BY total DESC
