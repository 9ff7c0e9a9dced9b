SELECT agency, COUNT(*), SUM(transactions) FROM services GROUP BY agency
