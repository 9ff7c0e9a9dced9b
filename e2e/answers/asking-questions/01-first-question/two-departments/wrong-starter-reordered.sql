SELECT service, department, transactions FROM services
WHERE department = 'Ministry of Justice' AND transactions > 100000 OR department = 'Home Office'
