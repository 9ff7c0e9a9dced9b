SELECT service, transactions FROM services WHERE service IN (SELECT service FROM services WHERE department = 'Home Office')
