SELECT s.service, s.transactions FROM services s JOIN service_periods p USING (service) WHERE p.year_to = '2012-12-31' ORDER BY s.transactions DESC LIMIT 5
