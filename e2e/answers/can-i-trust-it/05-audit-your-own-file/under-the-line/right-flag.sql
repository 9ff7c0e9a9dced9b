SELECT quarter, COUNT(payment_id), ROUND(100.0 * SUM(low) / COUNT(payment_id), 1) FROM (SELECT *, IF(amount < 500, 1, 0) AS low FROM oxford_payments WHERE amount IS NOT NULL) GROUP BY quarter
