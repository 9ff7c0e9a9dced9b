SELECT n, total FROM (SELECT COUNT(*) AS n FROM services) CROSS JOIN (SELECT SUM(transactions) AS total FROM services)
