SELECT service, transactions, cost_per_transaction FROM services WHERE transactions // 1000 > 1000 ORDER BY cost_per_transaction DESC LIMIT 5
