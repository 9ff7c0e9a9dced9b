SELECT COUNT(*), COUNT(transactions), COUNT(digital_transactions), COUNT(cost_per_transaction) FROM services WHERE transactions IS NOT NULL
