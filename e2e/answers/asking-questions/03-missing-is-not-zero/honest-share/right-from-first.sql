FROM services SELECT COUNT(*), ROUND(100.0 * SUM(digital_transactions) / SUM(transactions), 1) WHERE digital_transactions IS NOT NULL
