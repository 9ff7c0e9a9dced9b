SELECT service, department, transactions FROM services WHERE department IN ('Home Office', 'Ministry of Justice') ORDER BY transactions DESC LIMIT 15
