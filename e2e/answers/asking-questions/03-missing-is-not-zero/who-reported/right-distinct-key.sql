SELECT COUNT(DISTINCT service), COUNT(transactions), COUNT(digital_transactions), COUNT(cost_per_transaction) FROM services
