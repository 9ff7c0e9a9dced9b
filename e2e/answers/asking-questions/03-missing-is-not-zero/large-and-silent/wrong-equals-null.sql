SELECT service, department, transactions FROM services WHERE transactions > 1000000 AND digital_transactions = NULL ORDER BY transactions DESC
