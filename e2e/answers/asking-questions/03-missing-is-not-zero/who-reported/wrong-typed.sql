SELECT COUNT(*), 541, 125, COUNT(cost_per_transaction) FROM services
