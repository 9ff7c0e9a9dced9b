SELECT COUNT(*), ROUND(100.0 * SUM(COALESCE(digital_transactions, 0)) / SUM(COALESCE(transactions, 0)), 1) FROM services WHERE digital_transactions IS NOT NULL
