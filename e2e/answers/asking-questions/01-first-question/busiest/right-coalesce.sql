SELECT service, transactions FROM services ORDER BY coalesce(transactions, -1) DESC LIMIT 5
