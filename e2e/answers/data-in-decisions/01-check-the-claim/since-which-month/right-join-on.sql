WITH m AS (SELECT month, 100.0 * SUM(over_4_hours) / SUM(attendances) AS p FROM ae_monthly GROUP BY month)
SELECT m.month, ROUND(m.p, 1), ROUND(m.p - x.p, 1) AS d FROM m JOIN m AS x ON x.month = '2026-03-01' ORDER BY d DESC, m.month
