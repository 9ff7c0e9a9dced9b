FROM services SELECT service, department, transactions
