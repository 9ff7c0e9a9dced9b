SELECT region, ROUND(100 * AVG(within_4_hours) / AVG(attendances), 1) AS pct FROM ae_monthly WHERE month = '2026-01-01' GROUP BY region ORDER BY pct
