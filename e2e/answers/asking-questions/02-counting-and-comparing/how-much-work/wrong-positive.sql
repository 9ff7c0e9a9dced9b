SELECT COUNT(*), SUM(transactions) FROM services WHERE transactions > 0
