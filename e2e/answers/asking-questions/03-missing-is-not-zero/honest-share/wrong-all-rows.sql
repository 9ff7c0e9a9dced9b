SELECT COUNT(digital_transactions), ROUND(100.0 * SUM(digital_transactions) / SUM(transactions), 1) FROM services
