SELECT COUNT(nullif(transactions > 100000, false)), COUNT(nullif(transactions <= 100000, false)), COUNT(*) - COUNT(transactions) FROM services
