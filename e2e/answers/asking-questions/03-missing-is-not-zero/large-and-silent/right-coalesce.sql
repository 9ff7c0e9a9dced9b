SELECT service, department, transactions FROM services WHERE transactions > 1000000 AND COALESCE(digital_transactions, -1) = -1 ORDER BY transactions DESC
