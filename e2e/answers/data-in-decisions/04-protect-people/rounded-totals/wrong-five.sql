SELECT region, 5 * ROUND(SUM(waits_over_12_hours) / 5.0), SUM(5 * ROUND(waits_over_12_hours / 5.0))
FROM ae_monthly WHERE month = '2026-03-01' GROUP BY region
