WITH ranked AS (SELECT service, transactions FROM services) SELECT * FROM ranked ORDER BY transactions DESC LIMIT 5
