SELECT department, SUM(t) AS total FROM (SELECT department, agency, SUM(transactions) AS t FROM services GROUP BY ALL) GROUP BY department HAVING SUM(t) > 10000000 ORDER BY total DESC
