SELECT service, department, transactions FROM services WHERE department = 'Home Office' OR department = 'Ministry of Justice' OR transactions > 100000
