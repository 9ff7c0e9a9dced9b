SELECT service, department, transactions FROM services WHERE NOT (transactions <= 1000000 OR digital_transactions IS NOT NULL) ORDER BY transactions DESC
