SELECT s.service, p.transactions FROM services s JOIN service_periods p USING (service) WHERE s.department = 'Home Office' AND p.transactions > 100000
