SELECT service, department, transactions FROM services WHERE transactions >= 1000001 AND digital_transactions IS NULL ORDER BY transactions DESC
