SELECT department, COUNT(service), SUM(transactions) FROM services GROUP BY department
