SELECT service, transactions FROM services WHERE department = 'Home Office' AND round(transactions / 100000.0) > 1
