SELECT service, transactions, cost_per_transaction FROM services WHERE transactions > 1000000 ORDER BY transactions DESC LIMIT 5
