SELECT SUM(1), SUM(transactions) FROM services
