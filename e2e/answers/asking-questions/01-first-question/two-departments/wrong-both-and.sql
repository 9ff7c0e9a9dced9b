SELECT service, department, transactions FROM services WHERE department = 'Home Office' AND department = 'Ministry of Justice' AND transactions > 100000
