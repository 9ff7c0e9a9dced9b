SELECT COUNT(*), AVG(transactions) * COUNT(*) FROM services
