SELECT service, department, transactions FROM services WHERE NOT (department NOT IN ('Home Office', 'Ministry of Justice')) AND NOT transactions <= 100000
