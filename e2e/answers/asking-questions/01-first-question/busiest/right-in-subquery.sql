SELECT service, transactions FROM services
WHERE service IN (SELECT service FROM services ORDER BY transactions DESC LIMIT 5)
ORDER BY transactions DESC
