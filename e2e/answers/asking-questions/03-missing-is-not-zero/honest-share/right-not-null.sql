SELECT COUNT(*), ROUND(100 * SUM(digital_transactions) / SUM(transactions), 1) FROM services WHERE NOT digital_transactions IS NULL
