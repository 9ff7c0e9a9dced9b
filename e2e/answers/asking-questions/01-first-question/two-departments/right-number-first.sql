SELECT service, department, transactions FROM services WHERE transactions > 100000 AND (department = 'Home Office' OR department = 'Ministry of Justice')
