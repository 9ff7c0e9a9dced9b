SELECT department, SUM(transactions) t FROM services GROUP BY department HAVING NOT SUM(transactions) <= 10000000 ORDER BY t DESC
