SELECT service, transactions FROM (SELECT * FROM services WHERE transactions > 100000) WHERE department = 'Home Office'
