SELECT COUNT(*) FILTER (transactions > 100000), COUNT(*) FILTER (transactions <= 100000), COUNT(*) FILTER (transactions IS NULL) FROM services
