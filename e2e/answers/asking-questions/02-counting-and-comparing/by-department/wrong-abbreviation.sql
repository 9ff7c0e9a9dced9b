SELECT department_abbreviation, COUNT(*), SUM(transactions) FROM services GROUP BY department_abbreviation
