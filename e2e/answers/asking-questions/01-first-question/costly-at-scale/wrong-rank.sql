SELECT service, transactions, cost_per_transaction FROM services WHERE transactions > 1000000 QUALIFY rank() OVER (ORDER BY cost_per_transaction DESC) <= 5 ORDER BY cost_per_transaction DESC
