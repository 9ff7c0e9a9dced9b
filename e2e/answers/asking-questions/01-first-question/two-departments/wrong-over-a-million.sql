SELECT service, department, transactions FROM services WHERE department IN ('Home Office', 'Ministry of Justice') AND transactions > 1000000
