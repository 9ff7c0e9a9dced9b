SELECT (SELECT COUNT(*) FROM services), (SELECT SUM(transactions) FROM service_periods)
