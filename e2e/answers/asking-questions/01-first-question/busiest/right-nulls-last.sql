SELECT service, transactions FROM services ORDER BY transactions DESC NULLS LAST LIMIT 5
