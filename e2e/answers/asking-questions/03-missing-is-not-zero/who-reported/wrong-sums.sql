SELECT COUNT(*), SUM(transactions), SUM(digital_transactions), SUM(cost_per_transaction) FROM services
