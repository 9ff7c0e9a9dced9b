SELECT (SELECT COUNT(*) FROM services WHERE transactions > 100000), (SELECT COUNT(*) FROM services WHERE transactions <= 100000), (SELECT COUNT(*) FROM services WHERE transactions IS NULL)
