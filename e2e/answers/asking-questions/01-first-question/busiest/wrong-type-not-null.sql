SELECT service, transactions FROM services WHERE service_type IS NOT NULL ORDER BY transactions DESC LIMIT 5
