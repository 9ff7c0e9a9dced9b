SELECT service, department, transactions FROM services WHERE (department = 'Home Office' OR department = 'Ministry of Justice') AND transactions > 100000 ORDER BY transactions DESC
