SELECT service, department, transactions FROM services WHERE service IS NOT NULL
