SELECT department, CAST(SUM(transactions) AS BIGINT) AS total FROM services GROUP BY department HAVING CAST(SUM(transactions) AS BIGINT) > 10000000 ORDER BY total DESC
