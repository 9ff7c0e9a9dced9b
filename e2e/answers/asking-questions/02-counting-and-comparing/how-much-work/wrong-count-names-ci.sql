SELECT COUNT(DISTINCT upper(service)), SUM(transactions) FROM services
