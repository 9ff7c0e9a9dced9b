WITH large AS (SELECT * FROM services WHERE transactions > 1000000) SELECT service, transactions, cost_per_transaction FROM large ORDER BY cost_per_transaction DESC LIMIT 5
