WITH m AS (SELECT month, 100.0 * SUM(over_4_hours) / SUM(attendances) AS p FROM ae_monthly GROUP BY month)
SELECT a.month, ROUND(a.p, 1), ROUND(a.p - b.p, 1) FROM m a, m b WHERE b.month = '2026-03-01' ORDER BY 3 DESC
