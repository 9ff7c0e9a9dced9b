SELECT COUNT(*), MAX(transactions) FROM services
