SELECT department, SUM(transactions) FROM services GROUP BY 1 HAVING SUM(transactions) > 10000000 ORDER BY 2 DESC
