SELECT provider, attendances, ROUND(100.0 * over_4_hours / attendances, 1) AS share FROM ae_monthly WHERE year(month) = 2026 AND month(month) = 1 AND attendances > 0 ORDER BY share DESC LIMIT 5
