SELECT month, icb, SUM(waits_over_12_hours) FROM ae_monthly WHERE icb IS NOT NULL AND waits_over_12_hours BETWEEN 1 AND 4 GROUP BY month, icb HAVING COUNT(DISTINCT provider_code) = 1 ORDER BY month
