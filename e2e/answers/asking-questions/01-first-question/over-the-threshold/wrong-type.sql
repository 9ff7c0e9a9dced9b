SELECT service, transactions FROM services WHERE department = 'Home Office' AND transactions > 100000 AND service_type IS NOT NULL
