SELECT service, department, transactions FROM services WHERE department = ANY (['Home Office', 'Ministry of Justice']) AND transactions > 100000
