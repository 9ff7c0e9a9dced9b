SELECT service, transactions FROM services WHERE department = 'Home Office' AND (transactions <= 5400000 OR transactions IS NULL)
