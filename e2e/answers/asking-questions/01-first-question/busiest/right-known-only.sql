SELECT service, transactions FROM services WHERE transactions IS NOT NULL ORDER BY transactions DESC LIMIT 5
