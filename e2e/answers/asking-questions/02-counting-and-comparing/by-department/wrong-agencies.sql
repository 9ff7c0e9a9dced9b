SELECT department, COUNT(DISTINCT agency), SUM(transactions) FROM services GROUP BY department
