SELECT quarter, COUNT(*), ROUND(100.0 * COUNT(*) FILTER (WHERE amount BETWEEN 0 AND 499.99) / COUNT(*), 1) FROM oxford_payments WHERE amount IS NOT NULL GROUP BY quarter
