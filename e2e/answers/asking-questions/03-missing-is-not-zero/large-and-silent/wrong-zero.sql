SELECT service, department, transactions FROM services WHERE transactions > 1000000 AND digital_transactions = 0 ORDER BY transactions DESC
