SELECT service, department, transactions FROM services WHERE digital_transactions IS NULL ORDER BY transactions DESC LIMIT 5
