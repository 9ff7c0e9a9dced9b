SELECT service, transactions FROM services WHERE department = 'Home Office' AND transactions IS NOT NULL
