SELECT service, department, transactions FROM services WHERE department = 'Home Office' AND transactions > 100000 OR department = 'Ministry of Justice'
