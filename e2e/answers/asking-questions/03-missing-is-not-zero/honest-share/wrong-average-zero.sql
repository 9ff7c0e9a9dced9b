SELECT COUNT(*), ROUND(100 * AVG(CASE WHEN transactions > 0 THEN digital_transactions / transactions END), 1) FROM services WHERE digital_transactions IS NOT NULL
