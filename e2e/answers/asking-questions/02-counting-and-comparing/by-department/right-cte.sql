WITH totals AS (SELECT department, COUNT(*) AS n, SUM(transactions) AS total FROM services GROUP BY department) SELECT department, n, total FROM totals ORDER BY n
