SELECT COUNT(*), ROUND(1.0 * SUM(digital_transactions) / SUM(transactions), 3) FROM services WHERE digital_transactions IS NOT NULL
