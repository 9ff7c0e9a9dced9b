SELECT service, transactions, cost_per_transaction FROM services WHERE transactions > 1000000 ORDER BY transactions * cost_per_transaction DESC LIMIT 5
