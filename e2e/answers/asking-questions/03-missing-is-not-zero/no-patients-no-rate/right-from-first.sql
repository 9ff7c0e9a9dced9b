FROM ae_monthly SELECT provider, attendances, ROUND(over_4_hours * 100.0 / attendances, 1) AS share WHERE month = '2026-01-01' AND attendances > 0 ORDER BY share DESC LIMIT 5
