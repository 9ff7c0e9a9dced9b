WITH s AS (SELECT month, SUM(over_4_hours) / SUM(attendances) AS share FROM ae_monthly GROUP BY month)
SELECT month, ROUND(share * 100, 1), ROUND((share - (SELECT share FROM s WHERE month = '2026-03-01')) * 100, 1) AS d FROM s ORDER BY d DESC
