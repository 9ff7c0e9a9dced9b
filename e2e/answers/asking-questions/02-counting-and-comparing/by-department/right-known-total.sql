SELECT department, COUNT(*), SUM(transactions) FILTER (WHERE transactions IS NOT NULL) FROM services GROUP BY department
