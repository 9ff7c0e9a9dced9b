SELECT service, department, transactions FROM services WHERE transactions < 450000000 OR transactions IS NULL
