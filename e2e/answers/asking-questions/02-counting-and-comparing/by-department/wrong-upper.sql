SELECT UPPER(department), COUNT(*), SUM(transactions) FROM services GROUP BY department
