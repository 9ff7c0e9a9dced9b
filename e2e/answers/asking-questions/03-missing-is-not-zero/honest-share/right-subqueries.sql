SELECT (SELECT COUNT(digital_transactions) FROM services), (SELECT ROUND(100.0 * SUM(digital_transactions) / SUM(transactions), 1) FROM services WHERE digital_transactions IS NOT NULL)
