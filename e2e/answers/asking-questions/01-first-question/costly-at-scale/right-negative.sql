SELECT service, transactions, cost_per_transaction FROM services WHERE transactions > 1000000 ORDER BY -cost_per_transaction LIMIT 5
