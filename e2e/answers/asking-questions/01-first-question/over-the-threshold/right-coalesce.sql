SELECT service, transactions FROM services WHERE department = 'Home Office' AND coalesce(transactions, 0) > 100000
