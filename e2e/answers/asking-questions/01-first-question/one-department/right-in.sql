SELECT service, transactions FROM services WHERE department IN ('Home Office')
