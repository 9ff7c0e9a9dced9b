SELECT department, SUM(transactions), COUNT(*) FROM services GROUP BY department
