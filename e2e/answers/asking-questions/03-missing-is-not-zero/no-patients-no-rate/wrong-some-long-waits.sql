SELECT provider, attendances, ROUND(100.0 * over_4_hours / attendances, 1) AS share FROM ae_monthly WHERE month = '2026-01-01' AND over_4_hours > 0 ORDER BY share DESC LIMIT 5
