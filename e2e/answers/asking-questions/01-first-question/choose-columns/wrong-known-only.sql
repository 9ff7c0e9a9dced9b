SELECT service, department, transactions FROM services WHERE transactions IS NOT NULL
