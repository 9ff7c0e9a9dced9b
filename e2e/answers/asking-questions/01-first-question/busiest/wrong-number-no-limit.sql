SELECT service, transactions FROM services WHERE transactions > 70000000 ORDER BY transactions DESC
