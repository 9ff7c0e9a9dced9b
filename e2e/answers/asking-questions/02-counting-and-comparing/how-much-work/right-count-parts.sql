SELECT COUNT(transactions) + COUNT(*) FILTER (WHERE transactions IS NULL), SUM(transactions) FROM services
