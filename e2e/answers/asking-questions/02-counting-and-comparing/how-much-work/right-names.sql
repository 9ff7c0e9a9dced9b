SELECT COUNT(service) AS services, SUM(transactions) AS total FROM services
