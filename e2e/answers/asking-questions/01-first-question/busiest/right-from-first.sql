FROM services SELECT service, transactions ORDER BY transactions DESC LIMIT 5
