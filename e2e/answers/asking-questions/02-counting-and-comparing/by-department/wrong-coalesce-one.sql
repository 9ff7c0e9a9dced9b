SELECT department, COUNT(*), SUM(COALESCE(transactions, 1)) FROM services GROUP BY department
