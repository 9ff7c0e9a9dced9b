WITH m AS (SELECT month, 100.0 * SUM(over_4_hours) / SUM(attendances) AS p FROM ae_monthly GROUP BY month)
SELECT month, ROUND(p, 1), ROUND(ROUND(p, 1) - (SELECT ROUND(p, 1) FROM m WHERE month = '2026-03-01'), 1) AS d FROM m ORDER BY d DESC
