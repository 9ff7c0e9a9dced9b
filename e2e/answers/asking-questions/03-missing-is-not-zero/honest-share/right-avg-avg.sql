SELECT COUNT(*), ROUND(100 * AVG(digital_transactions) / AVG(transactions), 1) FROM services WHERE digital_transactions IS NOT NULL
