SELECT region, ROUND(SUM(within_4_hours) * 100.0 / SUM(attendances), 1) AS share FROM ae_monthly WHERE month = DATE '2026-01-01' GROUP BY region ORDER BY share ASC
