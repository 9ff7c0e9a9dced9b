SELECT COUNT(*) FILTER (WHERE transactions > 100000), COUNT(*) FILTER (WHERE transactions <= 100000), COUNT(*) FILTER (WHERE digital_transactions IS NULL) FROM services
