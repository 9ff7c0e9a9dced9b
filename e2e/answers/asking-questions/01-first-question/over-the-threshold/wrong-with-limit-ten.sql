SELECT service, transactions FROM services WHERE department = 'Home Office' AND transactions > 100000 LIMIT 10
