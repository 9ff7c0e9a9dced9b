SELECT (SELECT COUNT(*) FROM services), COUNT(transactions), COUNT(digital_transactions), COUNT(cost_per_transaction) FROM service_periods WHERE year_to = '2012-12-31'
