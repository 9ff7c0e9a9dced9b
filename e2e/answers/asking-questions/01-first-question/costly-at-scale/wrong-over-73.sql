SELECT service, transactions, cost_per_transaction FROM services WHERE transactions > 1000000 AND cost_per_transaction >= 73 ORDER BY cost_per_transaction DESC LIMIT 5
