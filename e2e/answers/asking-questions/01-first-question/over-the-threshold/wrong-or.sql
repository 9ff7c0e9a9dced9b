SELECT service, transactions FROM services WHERE department = 'Home Office' OR transactions > 100000
