SELECT department, SUM(transactions) t FROM services GROUP BY department HAVING SUM(transactions) >= 10000001 ORDER BY t DESC
