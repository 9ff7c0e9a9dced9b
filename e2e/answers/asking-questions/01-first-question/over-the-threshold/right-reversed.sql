SELECT service, transactions FROM services WHERE 100000 < transactions AND 'Home Office' = department
