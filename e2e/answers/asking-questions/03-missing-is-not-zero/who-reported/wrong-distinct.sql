SELECT COUNT(*), COUNT(DISTINCT transactions), COUNT(DISTINCT digital_transactions), COUNT(DISTINCT cost_per_transaction) FROM services
