SELECT COUNT(*) FILTER (WHERE transactions > 100200), COUNT(*) FILTER (WHERE transactions <= 100200), COUNT(*) FILTER (WHERE transactions IS NULL) FROM services
