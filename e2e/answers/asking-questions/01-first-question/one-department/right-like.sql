SELECT service, transactions FROM services WHERE department LIKE 'Home Office'
