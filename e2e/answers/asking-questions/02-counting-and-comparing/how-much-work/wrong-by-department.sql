SELECT COUNT(*), SUM(transactions) FROM services GROUP BY department
