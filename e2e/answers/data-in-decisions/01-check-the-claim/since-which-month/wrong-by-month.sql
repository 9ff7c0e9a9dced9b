WITH m AS (SELECT month, 100.0 * SUM(over_4_hours) / SUM(attendances) AS p FROM ae_monthly GROUP BY month)
SELECT month, ROUND(p, 1), ROUND(p - (SELECT p FROM m WHERE month = '2026-03-01'), 1) AS d FROM m ORDER BY month
