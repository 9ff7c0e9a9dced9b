SELECT service, department, transactions FROM services WHERE length(service) > 2
