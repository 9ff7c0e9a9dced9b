SELECT service, transactions FROM services WHERE department = 'Home Office'
EXCEPT
SELECT service, transactions FROM services WHERE transactions <= 100000 OR transactions IS NULL
