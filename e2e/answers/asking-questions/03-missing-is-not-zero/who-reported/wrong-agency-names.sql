SELECT COUNT(agency), COUNT(transactions), COUNT(digital_transactions), COUNT(*) FILTER (WHERE cost_per_transaction IS NOT NULL AND customer_type IS NOT NULL) FROM services
