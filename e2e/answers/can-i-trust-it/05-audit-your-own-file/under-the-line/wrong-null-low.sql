SELECT quarter, COUNT(*), ROUND(100.0 * COUNT(*) FILTER (WHERE COALESCE(amount, 0) < 500) / COUNT(*), 1) FROM oxford_payments GROUP BY quarter
