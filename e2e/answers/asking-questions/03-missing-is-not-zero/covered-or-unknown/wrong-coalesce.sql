SELECT COUNT(*) FILTER (WHERE transactions > 100000), COUNT(*) FILTER (WHERE COALESCE(transactions, 0) <= 100000), COUNT(*) FILTER (WHERE transactions IS NULL) FROM services
