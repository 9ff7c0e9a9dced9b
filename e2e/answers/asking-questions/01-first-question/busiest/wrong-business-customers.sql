SELECT service, transactions FROM services WHERE customer_type IS NOT NULL ORDER BY transactions DESC LIMIT 5
