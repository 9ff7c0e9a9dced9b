SELECT provider, attendances, coalesce(ROUND(100.0 * over_4_hours / NULLIF(attendances, 0), 1), 0) AS share FROM ae_monthly WHERE month = '2026-01-01' ORDER BY share DESC LIMIT 5
