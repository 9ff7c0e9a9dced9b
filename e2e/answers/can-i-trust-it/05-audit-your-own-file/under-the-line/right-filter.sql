SELECT quarter, COUNT(*) AS lines, ROUND(100.0 * COUNT(*) FILTER (WHERE amount < 500) / COUNT(*), 1) AS pct FROM oxford_payments WHERE amount IS NOT NULL GROUP BY quarter ORDER BY quarter
