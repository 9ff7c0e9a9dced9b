SELECT s.department, COUNT(DISTINCT s.service), SUM(p.transactions) FROM services s LEFT JOIN service_periods p USING (service) GROUP BY s.department
