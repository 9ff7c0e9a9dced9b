SELECT service, department, transactions FROM services LIMIT 700
