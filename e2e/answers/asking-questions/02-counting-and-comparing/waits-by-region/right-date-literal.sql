SELECT region, ROUND(100 * SUM(within_4_hours) / SUM(attendances), 1) AS pct FROM ae_monthly WHERE month = DATE '2026-01-01' GROUP BY region ORDER BY pct ASC
