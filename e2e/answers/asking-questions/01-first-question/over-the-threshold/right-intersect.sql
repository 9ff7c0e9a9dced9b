SELECT service, transactions FROM services WHERE department = 'Home Office' INTERSECT SELECT service, transactions FROM services WHERE transactions > 100000
