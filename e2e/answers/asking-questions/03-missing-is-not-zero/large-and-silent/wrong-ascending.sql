SELECT service, department, transactions FROM services WHERE transactions > 1000000 AND digital_transactions IS NULL ORDER BY transactions
