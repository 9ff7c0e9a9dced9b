SELECT region, CAST(10 * ROUND(SUM(waits_over_12_hours) / 10.0) AS INTEGER), CAST(SUM(10 * ROUND(waits_over_12_hours / 10.0)) AS INTEGER)
FROM ae_monthly WHERE month = '2026-03-01' GROUP BY region
