SELECT service, transactions FROM services WHERE digital_transactions > 0 ORDER BY transactions DESC LIMIT 5
