WITH home AS (FROM services WHERE department = 'Home Office') SELECT service, transactions FROM home
