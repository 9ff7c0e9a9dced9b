SELECT * FROM (SELECT service, department, transactions FROM services)
