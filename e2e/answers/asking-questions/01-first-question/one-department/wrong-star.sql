SELECT * FROM services WHERE department = 'Home Office'
