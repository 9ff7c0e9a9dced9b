SELECT service, transactions, cost_per_transaction FROM services WHERE transactions BETWEEN 1000001 AND 500000000 ORDER BY cost_per_transaction DESC LIMIT 5
