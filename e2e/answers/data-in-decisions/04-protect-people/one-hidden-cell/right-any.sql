SELECT month, icb, ANY_VALUE(waits_over_12_hours) FROM ae_monthly WHERE icb IS NOT NULL AND waits_over_12_hours > 0 AND waits_over_12_hours < 5 GROUP BY ALL HAVING COUNT(*) = 1
