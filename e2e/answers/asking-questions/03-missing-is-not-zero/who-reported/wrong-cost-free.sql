SELECT COUNT(*), COUNT(transactions), COUNT(digital_transactions), COUNT(*) FILTER (WHERE cost_per_transaction < 500) FROM services
