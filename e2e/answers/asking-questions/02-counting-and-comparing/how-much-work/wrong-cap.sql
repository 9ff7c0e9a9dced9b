SELECT COUNT(*), SUM(LEAST(transactions, 437798150)) FROM services
