SELECT (SELECT COUNT(*) FROM services), COUNT(DISTINCT service), COUNT(digital_transactions), COUNT(cost_per_transaction) FROM service_periods
