SELECT service, department, transactions FROM services ORDER BY department, service
