SELECT left(service, 200), department, transactions FROM services WHERE service NOT LIKE '%test%'
