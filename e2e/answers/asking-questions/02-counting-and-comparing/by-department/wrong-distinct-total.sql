SELECT department, COUNT(*), SUM(DISTINCT transactions) FROM services GROUP BY department
