SELECT service, transactions FROM services WHERE agency IN (SELECT agency FROM services WHERE department = 'Home Office')
