SELECT COUNT(*), ROUND(AVG(100.0 * digital_transactions / transactions), 1) FROM services WHERE digital_transactions IS NOT NULL
