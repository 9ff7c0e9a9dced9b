SELECT region, ROUND(100.0 * SUM(within_4_hours) / SUM(attendances), 1) FROM ae_monthly WHERE month = '2026-01-01' GROUP BY 1 ORDER BY 2
