SELECT COUNT(*), COUNT(transactions), COUNT(digital_transactions), COUNT(CASE WHEN digital_transactions IS NOT NULL THEN cost_per_transaction END) FROM services
