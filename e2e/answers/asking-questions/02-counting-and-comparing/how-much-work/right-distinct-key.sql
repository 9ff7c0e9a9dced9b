SELECT COUNT(DISTINCT service), SUM(transactions) FROM services
