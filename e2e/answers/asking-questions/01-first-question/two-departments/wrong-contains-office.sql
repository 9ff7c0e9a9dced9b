SELECT service, department, transactions FROM services
WHERE (department LIKE '%Office%' OR department = 'Ministry of Justice') AND transactions > 100000
