SELECT department, COUNT(*), AVG(transactions) * COUNT(transactions) + 0.5 FROM services GROUP BY department
