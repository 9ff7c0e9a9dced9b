SELECT service, transactions FROM services WHERE department = 'Home Office' AND coalesce(transactions, 100001) > 100000
