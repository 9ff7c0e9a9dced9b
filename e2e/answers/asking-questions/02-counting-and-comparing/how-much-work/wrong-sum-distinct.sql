SELECT COUNT(*), SUM(DISTINCT transactions) FROM services
