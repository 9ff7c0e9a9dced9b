SELECT DISTINCT department, SUM(transactions) OVER (PARTITION BY department) AS total FROM services QUALIFY total > 10000000 ORDER BY total DESC
