FROM services SELECT department, COUNT(*), SUM(transactions) GROUP BY department
