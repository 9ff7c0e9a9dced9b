SELECT COUNT(*), FLOOR(1000.0 * SUM(digital_transactions) / SUM(transactions)) / 10 FROM services WHERE digital_transactions IS NOT NULL
