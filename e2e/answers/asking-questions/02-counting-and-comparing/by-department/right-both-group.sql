SELECT department, COUNT(*), SUM(transactions) FROM services GROUP BY department, department_abbreviation
