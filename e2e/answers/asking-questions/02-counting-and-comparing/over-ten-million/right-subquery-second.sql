SELECT department, total FROM (SELECT department, SUM(transactions) AS total FROM services GROUP BY department) WHERE total > 10000000 ORDER BY total DESC
