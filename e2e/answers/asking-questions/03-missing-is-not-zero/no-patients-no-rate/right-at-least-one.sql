SELECT provider, attendances, ROUND(100.0 * over_4_hours / attendances, 1) AS share FROM ae_monthly WHERE month = '2026-01-01' AND attendances >= 1 ORDER BY share DESC FETCH FIRST 5 ROWS ONLY
