WITH m AS (SELECT month, 100.0 * SUM(over_4_hours) / SUM(attendances) AS p FROM ae_monthly GROUP BY month)
, march AS (SELECT p FROM m WHERE month = DATE '2026-03-01')
SELECT m.month, ROUND(m.p, 1) AS share, ROUND(m.p - march.p, 1) AS above FROM m CROSS JOIN march ORDER BY above DESC
