SELECT provider, attendances, ROUND(100.0 * over_4_hours / attendances, 1) FROM ae_monthly WHERE month = DATE '2026-01-01' AND attendances > 0 ORDER BY 3 DESC LIMIT 5
