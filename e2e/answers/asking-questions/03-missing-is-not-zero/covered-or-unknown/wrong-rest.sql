SELECT COUNT(*) FILTER (WHERE transactions > 100000), COUNT(*) - COUNT(*) FILTER (WHERE transactions > 100000), COUNT(*) FILTER (WHERE transactions IS NULL) FROM services
