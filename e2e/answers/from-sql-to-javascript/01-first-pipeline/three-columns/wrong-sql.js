SELECT service, transactions, digital_transactions FROM services
