SELECT service, transactions FROM services WHERE department = 'Home Office' AND (transactions < 10000000 OR transactions IS NULL)
