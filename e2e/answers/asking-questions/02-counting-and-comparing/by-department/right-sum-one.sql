SELECT department, SUM(1), SUM(transactions) FROM services GROUP BY department
