SELECT service, transactions FROM services WHERE agency = 'Home Office'
