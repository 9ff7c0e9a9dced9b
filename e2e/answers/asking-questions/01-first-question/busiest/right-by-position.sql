SELECT service, transactions FROM services ORDER BY 2 DESC LIMIT 5
