SELECT department, COUNT(*), SUM(transactions) FROM services GROUP BY ALL
