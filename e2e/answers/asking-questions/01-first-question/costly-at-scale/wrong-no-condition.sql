SELECT service, transactions, cost_per_transaction FROM services ORDER BY cost_per_transaction DESC LIMIT 5
