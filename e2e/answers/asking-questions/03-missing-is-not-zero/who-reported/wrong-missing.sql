SELECT COUNT(*), COUNT(*) - COUNT(transactions), COUNT(*) - COUNT(digital_transactions), COUNT(*) - COUNT(cost_per_transaction) FROM services
