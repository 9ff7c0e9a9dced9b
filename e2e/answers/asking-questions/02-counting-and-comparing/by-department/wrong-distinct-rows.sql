SELECT department, COUNT(*), SUM(transactions) FROM (SELECT DISTINCT department, transactions FROM services) GROUP BY department
