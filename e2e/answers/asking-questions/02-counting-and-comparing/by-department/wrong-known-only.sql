SELECT department, COUNT(*), SUM(transactions) FROM services WHERE transactions IS NOT NULL GROUP BY department
