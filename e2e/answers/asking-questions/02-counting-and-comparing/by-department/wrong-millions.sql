SELECT department, COUNT(*), ROUND(SUM(transactions) / 1e6, 1) FROM services GROUP BY department
