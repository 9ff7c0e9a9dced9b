SELECT service, department, transactions FROM services WHERE transactions > 1000000 AND service NOT IN (SELECT service FROM services WHERE digital_transactions IS NOT NULL) ORDER BY transactions DESC
