SELECT COUNT(*), ROUND(100.0 * SUM(DISTINCT digital_transactions) / SUM(DISTINCT transactions), 1) FROM services WHERE digital_transactions IS NOT NULL
