SELECT COUNT(*) FILTER (WHERE transactions > 100000), COUNT(*) FILTER (WHERE transactions BETWEEN 1 AND 100000), COUNT(*) FILTER (WHERE coalesce(transactions, 0) = 0) FROM services
