WITH pair AS (SELECT * FROM services WHERE department = 'Home Office' OR department = 'Ministry of Justice')
SELECT service, department, transactions FROM pair WHERE transactions > 100000
