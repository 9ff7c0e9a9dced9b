SELECT service, department, transactions FROM services WHERE agency IN ('Home Office', 'Ministry of Justice') AND transactions > 100000
