SELECT department, COUNT(*) AS services, SUM(transactions) AS total FROM services GROUP BY 1 ORDER BY 3 DESC
