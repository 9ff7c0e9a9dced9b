SELECT COUNT(transactions) + 117, SUM(transactions) FROM services
