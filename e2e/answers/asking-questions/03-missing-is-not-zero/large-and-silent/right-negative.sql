SELECT service, department, transactions FROM services WHERE transactions > 1e6 AND digital_transactions IS NULL ORDER BY -transactions
