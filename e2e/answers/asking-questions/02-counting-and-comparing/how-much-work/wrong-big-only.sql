SELECT COUNT(*), SUM(transactions) FILTER (WHERE transactions > 0 AND transactions < 500000000) FROM services
