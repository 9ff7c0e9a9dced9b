SELECT service, transactions, cost_per_transaction FROM services WHERE digital_transactions > 1000000 ORDER BY cost_per_transaction DESC LIMIT 5
