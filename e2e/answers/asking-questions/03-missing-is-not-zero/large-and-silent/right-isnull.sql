SELECT service, department, transactions FROM services WHERE transactions > 1000000 AND digital_transactions ISNULL ORDER BY transactions DESC NULLS LAST
