SELECT services.service, services.transactions FROM services ORDER BY services.transactions DESC LIMIT 5
