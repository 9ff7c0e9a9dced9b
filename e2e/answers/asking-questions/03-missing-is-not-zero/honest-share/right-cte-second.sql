WITH reporting AS (SELECT * FROM services WHERE digital_transactions IS NOT NULL) SELECT COUNT(*), ROUND(SUM(digital_transactions) * 100.0 / SUM(transactions), 1) FROM reporting
