SELECT service, department, transactions FROM services WHERE transactions > 1000000 AND cost_per_transaction IS NULL ORDER BY transactions DESC
