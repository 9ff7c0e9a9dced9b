SELECT service, department, transactions FROM services WHERE transactions > 1100000 AND digital_transactions IS NULL ORDER BY transactions DESC
