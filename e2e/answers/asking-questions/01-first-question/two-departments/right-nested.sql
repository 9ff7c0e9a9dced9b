SELECT service, department, transactions FROM (FROM services WHERE transactions > 100000) WHERE department IN ('Home Office', 'Ministry of Justice')
