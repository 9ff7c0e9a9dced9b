SELECT service, transactions, cost_per_transaction FROM services WHERE 1000000 < transactions ORDER BY cost_per_transaction DESC LIMIT 5
