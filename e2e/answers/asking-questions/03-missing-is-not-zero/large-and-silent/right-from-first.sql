FROM services SELECT service, department, transactions WHERE digital_transactions IS NULL AND transactions > 1000000 ORDER BY transactions DESC NULLS LAST
