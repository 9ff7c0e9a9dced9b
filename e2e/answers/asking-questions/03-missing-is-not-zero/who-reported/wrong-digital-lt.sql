SELECT COUNT(*), COUNT(transactions), COUNT(*) FILTER (WHERE digital_transactions < transactions), COUNT(cost_per_transaction) FROM services
