SELECT service, transactions, cost_per_transaction AS cost FROM services WHERE transactions > 1_000_000 ORDER BY cost DESC FETCH FIRST 5 ROWS ONLY
