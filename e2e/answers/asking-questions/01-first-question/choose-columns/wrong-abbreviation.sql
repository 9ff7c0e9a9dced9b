SELECT service, department_abbreviation, transactions FROM services
