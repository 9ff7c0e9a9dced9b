SELECT COUNT(*) FILTER (WHERE transactions > 100000), COUNT(transactions) - COUNT(*) FILTER (WHERE transactions > 100000), COUNT(*) - COUNT(transactions) FROM services
