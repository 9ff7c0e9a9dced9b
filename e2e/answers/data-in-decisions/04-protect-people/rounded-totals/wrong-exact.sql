SELECT region, SUM(waits_over_12_hours), SUM(10 * ROUND(waits_over_12_hours / 10.0))
FROM ae_monthly WHERE month = '2026-03-01' GROUP BY region
