SELECT COUNT(*), ROUND(100.0 * SUM(digital_transactions) / SUM(transactions), 1) FROM services WHERE digital_transactions IS NOT NULL AND transactions < 438000000
