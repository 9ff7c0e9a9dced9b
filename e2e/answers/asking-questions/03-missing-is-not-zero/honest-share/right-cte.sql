WITH r AS (SELECT * FROM services WHERE digital_transactions IS NOT NULL) SELECT COUNT(*) AS services, ROUND(100.0 * SUM(digital_transactions) / SUM(transactions), 1) AS pct FROM r
