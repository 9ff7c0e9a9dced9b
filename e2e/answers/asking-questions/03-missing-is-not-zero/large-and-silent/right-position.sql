SELECT service, department, transactions FROM services WHERE digital_transactions IS NULL AND transactions > 1_000_000 ORDER BY 3 DESC
