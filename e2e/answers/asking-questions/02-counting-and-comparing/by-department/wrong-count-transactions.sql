SELECT department, COUNT(transactions), SUM(transactions) FROM services GROUP BY department
