SELECT COUNT(DISTINCT department), SUM(transactions) FROM services
