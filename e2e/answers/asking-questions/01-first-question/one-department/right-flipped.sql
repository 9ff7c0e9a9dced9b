SELECT service, transactions FROM services WHERE 'Home Office' = department
