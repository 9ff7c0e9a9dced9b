SELECT COUNT(*), SUM(transactions) FROM services WHERE transactions IS NOT NULL
