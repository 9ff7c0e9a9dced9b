SELECT service, transactions FROM services ORDER BY transactions LIMIT 5
