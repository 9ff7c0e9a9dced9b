SELECT icb, 10 * ROUND(SUM(waits_over_12_hours) / 10.0), SUM(10 * ROUND(waits_over_12_hours / 10.0))
FROM ae_monthly WHERE month = '2026-03-01' GROUP BY icb
