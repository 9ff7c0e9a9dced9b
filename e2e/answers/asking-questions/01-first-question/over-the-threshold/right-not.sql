SELECT service, transactions FROM services WHERE department = 'Home Office' AND NOT transactions <= 100000
