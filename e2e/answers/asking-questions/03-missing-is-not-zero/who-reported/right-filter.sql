SELECT COUNT(*), COUNT(*) FILTER (WHERE transactions IS NOT NULL), COUNT(*) FILTER (WHERE digital_transactions IS NOT NULL), COUNT(*) FILTER (WHERE cost_per_transaction IS NOT NULL) FROM services
