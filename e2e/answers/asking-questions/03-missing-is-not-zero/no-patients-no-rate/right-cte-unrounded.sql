WITH r AS (SELECT provider, attendances, 100.0 * over_4_hours / attendances AS pct FROM ae_monthly WHERE month = '2026-01-01' AND attendances > 0)
SELECT provider, attendances, ROUND(pct, 1) FROM r ORDER BY pct DESC LIMIT 5
