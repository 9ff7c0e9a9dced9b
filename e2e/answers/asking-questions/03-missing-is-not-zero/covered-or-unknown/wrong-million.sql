SELECT COUNT(*) FILTER (WHERE transactions > 1000000), COUNT(*) FILTER (WHERE transactions <= 1000000), COUNT(*) FILTER (WHERE transactions IS NULL) FROM services
