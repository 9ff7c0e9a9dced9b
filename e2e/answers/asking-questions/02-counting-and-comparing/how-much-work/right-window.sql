SELECT DISTINCT COUNT(*) OVER (), SUM(transactions) OVER () FROM services
