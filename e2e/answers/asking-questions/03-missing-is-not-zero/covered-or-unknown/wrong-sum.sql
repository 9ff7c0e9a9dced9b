SELECT SUM(transactions) FILTER (WHERE transactions > 100000), SUM(transactions) FILTER (WHERE transactions <= 100000), COUNT(*) FILTER (WHERE transactions IS NULL) FROM services
