SELECT department, COUNT(*), SUM(transactions) FROM services GROUP BY department HAVING COUNT(*) > 0
