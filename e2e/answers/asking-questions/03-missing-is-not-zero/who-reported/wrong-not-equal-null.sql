SELECT COUNT(*), COUNT(*) FILTER (WHERE transactions <> NULL), COUNT(*) FILTER (WHERE digital_transactions <> NULL), COUNT(*) FILTER (WHERE cost_per_transaction <> NULL) FROM services
