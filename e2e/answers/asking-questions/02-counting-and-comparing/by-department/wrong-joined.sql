SELECT s.department, COUNT(*), SUM(p.transactions) FROM services s JOIN service_periods p USING (service) WHERE p.year_to = '2012-12-31' GROUP BY s.department
