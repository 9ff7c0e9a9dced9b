SELECT service, transactions FROM services
WHERE department = 'Home Office' -- AND transactions > 200000
  AND /* OR */ transactions > 100000 -- it's fine; really
