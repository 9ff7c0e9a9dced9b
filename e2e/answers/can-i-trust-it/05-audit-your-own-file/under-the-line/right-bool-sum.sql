SELECT quarter, COUNT(*) lines, ROUND(100.0 * COALESCE(SUM((amount < 500)::INT), 0) / COUNT(*), 1) FROM oxford_payments WHERE amount IS NOT NULL GROUP BY quarter
