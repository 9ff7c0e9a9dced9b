SELECT provider, attendances, ROUND(100.0 * over_4_hours / (over_4_hours + within_4_hours), 1) AS share FROM ae_monthly WHERE month = '2026-01-01' AND attendances > 0 ORDER BY share DESC LIMIT 5
