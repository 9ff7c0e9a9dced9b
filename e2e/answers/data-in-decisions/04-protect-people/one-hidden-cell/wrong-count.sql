SELECT month, icb, COUNT(*) FROM ae_monthly WHERE icb IS NOT NULL AND waits_over_12_hours BETWEEN 1 AND 4 GROUP BY month, icb HAVING COUNT(*) = 1
