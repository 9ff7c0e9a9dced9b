WITH silent AS (FROM services WHERE digital_transactions IS NULL) SELECT service, department, transactions FROM silent WHERE transactions > 1000000 ORDER BY transactions DESC
