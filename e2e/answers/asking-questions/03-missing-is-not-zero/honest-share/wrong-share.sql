SELECT COUNT(*), ROUND(SUM(digital_transactions) / SUM(transactions), 1) FROM services WHERE digital_transactions IS NOT NULL
