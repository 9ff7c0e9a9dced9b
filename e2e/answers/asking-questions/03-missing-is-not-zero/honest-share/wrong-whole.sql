SELECT COUNT(*), ROUND(100.0 * SUM(digital_transactions) / SUM(transactions)) FROM services WHERE digital_transactions IS NOT NULL
