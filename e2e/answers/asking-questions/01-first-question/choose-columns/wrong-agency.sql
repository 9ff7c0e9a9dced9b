SELECT service, agency, transactions FROM services
