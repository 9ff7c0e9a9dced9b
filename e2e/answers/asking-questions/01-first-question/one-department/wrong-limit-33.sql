SELECT service, transactions FROM services WHERE department = 'Home Office' LIMIT 33
