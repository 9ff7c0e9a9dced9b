WITH totals AS (SELECT department, SUM(transactions) AS total FROM services GROUP BY department) SELECT * FROM totals WHERE total > 10_000_000 ORDER BY total DESC, department
