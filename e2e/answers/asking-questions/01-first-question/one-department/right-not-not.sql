SELECT service, transactions FROM services WHERE NOT (department <> 'Home Office')
