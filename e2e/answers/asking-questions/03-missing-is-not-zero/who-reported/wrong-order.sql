SELECT COUNT(*), COUNT(transactions), COUNT(cost_per_transaction), COUNT(digital_transactions) FROM services
