SELECT MIN(service), department, SUM(transactions) FROM services GROUP BY department
