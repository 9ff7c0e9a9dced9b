SELECT * FROM (SELECT service, transactions, cost_per_transaction FROM services ORDER BY cost_per_transaction DESC LIMIT 5) WHERE transactions > 1000000 ORDER BY cost_per_transaction DESC
