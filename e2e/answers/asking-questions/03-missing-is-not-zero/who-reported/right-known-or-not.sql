SELECT COUNT(transactions) + COUNT(*) FILTER (WHERE transactions IS NULL), COUNT(transactions), COUNT(digital_transactions), COUNT(cost_per_transaction) FROM services
