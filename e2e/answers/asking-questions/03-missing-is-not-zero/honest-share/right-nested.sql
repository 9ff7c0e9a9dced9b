SELECT n, ROUND(100.0 * d / t, 1) FROM (SELECT COUNT(*) AS n, SUM(digital_transactions) AS d, SUM(transactions) AS t FROM services WHERE digital_transactions IS NOT NULL)
