SELECT COUNT(*), ROUND(100 * MEDIAN(digital_transactions / NULLIF(transactions, 0)), 1) FROM services WHERE digital_transactions IS NOT NULL
