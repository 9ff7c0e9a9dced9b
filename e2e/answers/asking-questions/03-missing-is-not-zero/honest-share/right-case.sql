SELECT COUNT(digital_transactions), ROUND(100.0 * SUM(digital_transactions) / SUM(CASE WHEN digital_transactions IS NOT NULL THEN transactions END), 1) FROM services
