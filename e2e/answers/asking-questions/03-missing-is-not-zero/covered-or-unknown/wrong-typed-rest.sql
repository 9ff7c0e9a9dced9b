SELECT COUNT(*) FILTER (WHERE transactions > 100000), COUNT(*) FILTER (WHERE transactions <= 100000), 658 - COUNT(transactions) FROM services
