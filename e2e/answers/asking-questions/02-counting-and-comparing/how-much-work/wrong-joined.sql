SELECT COUNT(*), SUM(s.transactions) FROM services s LEFT JOIN service_periods p USING (service)
