WITH home AS (SELECT * FROM services WHERE department = 'Home Office') SELECT service, transactions FROM home WHERE transactions > 100000 ORDER BY transactions
