SELECT DISTINCT department, COUNT(*) OVER (PARTITION BY department), SUM(transactions) OVER (PARTITION BY department) FROM services
