SELECT service, transactions FROM services WHERE CASE WHEN department = 'Home Office' THEN true ELSE false END
