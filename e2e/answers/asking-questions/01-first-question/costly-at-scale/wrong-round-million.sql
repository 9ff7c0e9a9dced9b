SELECT service, transactions, cost_per_transaction FROM services WHERE ROUND(transactions / 1000000.0, 1) > 1 ORDER BY cost_per_transaction DESC LIMIT 5
