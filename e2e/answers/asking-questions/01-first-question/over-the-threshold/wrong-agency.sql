SELECT service, transactions FROM services WHERE agency = 'Home Office' AND transactions > 100000
