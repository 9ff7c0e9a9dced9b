SELECT region, 10 * CEIL(SUM(waits_over_12_hours) / 10.0), SUM(10 * CEIL(waits_over_12_hours / 10.0))
FROM ae_monthly WHERE month = '2026-03-01' GROUP BY region
