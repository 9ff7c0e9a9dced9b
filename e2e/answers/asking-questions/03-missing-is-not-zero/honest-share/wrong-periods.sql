SELECT COUNT(*), ROUND(100.0 * SUM(digital_transactions) / SUM(transactions), 1) FROM service_periods WHERE digital_transactions IS NOT NULL AND year_to = '2012-12-31'
