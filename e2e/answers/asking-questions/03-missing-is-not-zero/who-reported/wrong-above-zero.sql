SELECT COUNT(*), COUNT(*) FILTER (WHERE transactions > 0), COUNT(*) FILTER (WHERE digital_transactions > 0), COUNT(*) FILTER (WHERE cost_per_transaction > 0) FROM services
