SELECT service, transactions FROM services ORDER BY transactions DESC LIMIT 10
