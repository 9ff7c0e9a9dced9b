SELECT COUNT(*) FROM services WHERE transactions > 100000 UNION ALL SELECT COUNT(*) FROM services WHERE transactions <= 100000 UNION ALL SELECT COUNT(*) FROM services WHERE transactions IS NULL
