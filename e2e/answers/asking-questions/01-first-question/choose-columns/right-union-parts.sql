SELECT service, department, transactions FROM services WHERE transactions IS NULL UNION ALL SELECT service, department, transactions FROM services WHERE transactions IS NOT NULL
