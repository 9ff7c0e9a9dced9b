SELECT department, SUM(p.transactions) AS total FROM services JOIN service_periods p USING (service) GROUP BY department HAVING SUM(p.transactions) > 10000000 ORDER BY total DESC
