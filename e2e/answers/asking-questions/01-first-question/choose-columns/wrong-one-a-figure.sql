SELECT max(service), department, transactions FROM services GROUP BY department, transactions
