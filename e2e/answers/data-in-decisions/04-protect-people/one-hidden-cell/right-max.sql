SELECT month, icb, MAX(waits_over_12_hours) FROM ae_monthly WHERE icb IS NOT NULL AND waits_over_12_hours BETWEEN 1 AND 4 GROUP BY month, icb HAVING COUNT(waits_over_12_hours) = 1
