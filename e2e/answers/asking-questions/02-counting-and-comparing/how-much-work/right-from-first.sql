FROM services SELECT COUNT(*), SUM(transactions)
