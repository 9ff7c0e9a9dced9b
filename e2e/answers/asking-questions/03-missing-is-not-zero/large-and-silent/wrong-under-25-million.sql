SELECT service, department, transactions FROM services WHERE transactions BETWEEN 1000001 AND 25000000 AND digital_transactions IS NULL ORDER BY transactions DESC
