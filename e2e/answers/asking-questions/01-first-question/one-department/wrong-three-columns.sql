SELECT service, department, transactions FROM services WHERE department = 'Home Office'
