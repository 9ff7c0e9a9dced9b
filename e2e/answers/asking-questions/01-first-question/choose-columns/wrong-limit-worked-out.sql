SELECT service, department, transactions FROM services LIMIT (600 + 58)
