SELECT service, transactions FROM services WHERE department = 'Home Office' ORDER BY transactions DESC
