SELECT service, transactions FROM services ORDER BY transactions::VARCHAR DESC LIMIT 5
