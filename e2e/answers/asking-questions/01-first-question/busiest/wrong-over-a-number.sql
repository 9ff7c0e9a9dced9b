SELECT service, transactions FROM services WHERE transactions > 50000000 ORDER BY transactions DESC LIMIT 5
