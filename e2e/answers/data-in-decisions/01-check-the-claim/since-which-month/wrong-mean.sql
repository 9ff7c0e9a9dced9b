WITH m AS (SELECT month, AVG(100.0 * over_4_hours / NULLIF(attendances, 0)) AS p FROM ae_monthly GROUP BY month)
SELECT month, ROUND(p, 1), ROUND(p - (SELECT p FROM m WHERE month = '2026-03-01'), 1) AS d FROM m ORDER BY d DESC
