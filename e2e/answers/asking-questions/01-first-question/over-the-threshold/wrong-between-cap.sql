SELECT service, transactions FROM services WHERE department = 'Home Office' AND transactions BETWEEN 100001 AND 10000000
