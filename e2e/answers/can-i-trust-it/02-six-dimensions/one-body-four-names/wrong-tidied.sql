SELECT COUNT(*), COUNT(DISTINCT body), SUM(amount) FROM payments WHERE body = 'Government Property Agency'
