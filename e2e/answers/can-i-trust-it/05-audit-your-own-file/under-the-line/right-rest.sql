SELECT quarter, COUNT(*), ROUND(100.0 * (COUNT(amount) - COUNT(*) FILTER (WHERE amount >= 500)) / COUNT(*), 1) FROM oxford_payments WHERE amount IS NOT NULL GROUP BY quarter
