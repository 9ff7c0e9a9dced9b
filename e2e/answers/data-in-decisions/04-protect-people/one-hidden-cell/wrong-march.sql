SELECT month, icb, SUM(waits_over_12_hours) FROM ae_monthly WHERE icb IS NOT NULL AND waits_over_12_hours BETWEEN 1 AND 4 AND month = '2026-03-01' GROUP BY month, icb HAVING COUNT(*) = 1
