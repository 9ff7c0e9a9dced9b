SELECT COUNT(*), ROUND(100.0 * SUM(transactions) / SUM(digital_transactions), 1) FROM services WHERE digital_transactions IS NOT NULL
