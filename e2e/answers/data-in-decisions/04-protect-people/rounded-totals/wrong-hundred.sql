SELECT region, ROUND(SUM(waits_over_12_hours), -2), SUM(ROUND(waits_over_12_hours, -2))
FROM ae_monthly WHERE month = '2026-03-01' GROUP BY region
