SELECT service, department, transactions
