SELECT department, SUM(transactions) AS total FROM services WHERE transactions > 10000000 GROUP BY department ORDER BY total DESC
