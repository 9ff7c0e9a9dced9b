SELECT department, COUNT(*), SUM(transactions) FROM services GROUP BY department LIMIT 15 + 1
