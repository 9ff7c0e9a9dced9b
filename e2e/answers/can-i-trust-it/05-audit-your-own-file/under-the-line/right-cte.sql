WITH q AS (SELECT quarter, COUNT(*) AS n, COUNT(*) FILTER (WHERE amount < 500) AS low FROM oxford_payments WHERE amount IS NOT NULL GROUP BY quarter)
SELECT quarter, n, ROUND(100.0 * low / n, 1) FROM q ORDER BY quarter DESC
