SELECT COUNT(*), ROUND(SUM(digital_transactions)::DOUBLE / SUM(transactions) * 100, 1) FROM services WHERE digital_transactions IS NOT NULL
