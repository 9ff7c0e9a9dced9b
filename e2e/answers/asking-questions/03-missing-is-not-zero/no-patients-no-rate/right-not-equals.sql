SELECT provider, attendances, ROUND(over_4_hours * 100 / attendances, 1) AS p FROM ae_monthly WHERE month = '2026-01-01' AND NOT attendances = 0 ORDER BY p DESC LIMIT 5
