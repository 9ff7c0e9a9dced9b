SELECT 658, SUM(transactions) FROM services
