SELECT COUNT(1), SUM(transactions) FROM services
