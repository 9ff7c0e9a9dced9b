SELECT COUNT(transactions) FILTER (WHERE transactions > 100000), COUNT(transactions) FILTER (WHERE transactions < 100001), COUNT(service) FILTER (WHERE transactions IS NULL) FROM services
