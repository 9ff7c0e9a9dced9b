SELECT service, transactions FROM (FROM services LIMIT 658) ORDER BY transactions DESC LIMIT 5
