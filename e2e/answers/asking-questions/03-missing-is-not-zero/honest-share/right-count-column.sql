SELECT COUNT(digital_transactions), ROUND(100.0 * SUM(digital_transactions) / SUM(transactions), 1) AS share FROM services WHERE digital_transactions IS NOT NULL
