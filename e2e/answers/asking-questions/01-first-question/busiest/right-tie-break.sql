SELECT service, transactions FROM services ORDER BY transactions DESC, service LIMIT 5
