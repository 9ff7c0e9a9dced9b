SELECT service, department, transactions FROM services WHERE department IN ('Home Office', 'Ministry of Justice') AND digital_transactions > 100000
