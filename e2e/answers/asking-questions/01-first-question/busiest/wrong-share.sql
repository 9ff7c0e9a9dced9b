SELECT service, transactions FROM services WHERE transactions > (SELECT sum(transactions) * 0.05 FROM services) ORDER BY transactions DESC LIMIT 5
