SELECT service, transactions FROM services EXCEPT SELECT service, transactions FROM services WHERE department <> 'Home Office'
