SELECT COUNT(transactions), SUM(transactions) FROM services
