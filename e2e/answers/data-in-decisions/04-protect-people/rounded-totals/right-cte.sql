WITH r AS (SELECT region, waits_over_12_hours AS n, 10 * ROUND(waits_over_12_hours / 10.0) AS m FROM ae_monthly WHERE month = '2026-03-01')
SELECT region, 10 * ROUND(SUM(n) / 10.0), SUM(m) FROM r GROUP BY region
