SELECT department, COUNT(DISTINCT service) AS services, SUM(transactions) AS total FROM services GROUP BY department
