FROM services SELECT service, transactions, cost_per_transaction WHERE transactions > 1e6 ORDER BY cost_per_transaction DESC LIMIT 5
