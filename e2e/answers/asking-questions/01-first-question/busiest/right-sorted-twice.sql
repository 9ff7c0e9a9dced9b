SELECT * FROM (SELECT service, transactions FROM services ORDER BY transactions DESC LIMIT 5) AS top ORDER BY transactions DESC
