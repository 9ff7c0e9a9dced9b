SELECT COUNT(digital_transactions), ROUND(100.0 * SUM(digital_transactions) / SUM(transactions) FILTER (WHERE digital_transactions IS NOT NULL), 1) FROM services
