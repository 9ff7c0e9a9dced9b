SELECT COUNT(*) FILTER (WHERE transactions > 1e5), COUNT(*) FILTER (WHERE transactions BETWEEN 0 AND 100000), COUNT(*) FILTER (WHERE transactions IS NULL) FROM services
