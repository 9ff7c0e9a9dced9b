SELECT quarter, COUNT(*), ROUND(100.0 * SUM(amount) FILTER (WHERE amount < 500) / SUM(amount), 1) FROM oxford_payments WHERE amount IS NOT NULL GROUP BY quarter
