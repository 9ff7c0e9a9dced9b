SELECT COUNT(transactions) + COUNT(*) FILTER (transactions IS NULL), SUM(transactions) FROM services
