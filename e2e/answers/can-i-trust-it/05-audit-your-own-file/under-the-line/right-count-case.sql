SELECT quarter, COUNT(*), ROUND(COUNT(CASE WHEN amount < 500 THEN 1 END) / COUNT(*) * 100, 1) FROM oxford_payments WHERE amount IS NOT NULL GROUP BY 1
