SELECT s.service, s.department, p.transactions FROM services s LEFT JOIN service_periods p ON s.service = p.service
