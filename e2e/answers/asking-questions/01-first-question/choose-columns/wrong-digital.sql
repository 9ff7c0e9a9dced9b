SELECT service, department, digital_transactions FROM services
