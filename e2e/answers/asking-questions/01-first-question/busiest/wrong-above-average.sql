SELECT service, transactions FROM services WHERE transactions > (SELECT AVG(transactions) FROM services) ORDER BY transactions DESC LIMIT 5
