SELECT SUM(n), SUM(t) FROM (SELECT COUNT(*) AS n, SUM(transactions) AS t FROM services GROUP BY department)
