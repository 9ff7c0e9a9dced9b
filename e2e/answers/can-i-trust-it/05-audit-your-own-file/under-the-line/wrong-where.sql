SELECT quarter, COUNT(*), ROUND(100.0 * COUNT(*) / (SELECT COUNT(*) FROM oxford_payments WHERE amount IS NOT NULL), 1) FROM oxford_payments WHERE amount < 500 GROUP BY quarter
