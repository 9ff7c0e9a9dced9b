SELECT department, COUNT(*), SUM(transactions) FROM services GROUP BY department HAVING SUM(transactions) > 0
