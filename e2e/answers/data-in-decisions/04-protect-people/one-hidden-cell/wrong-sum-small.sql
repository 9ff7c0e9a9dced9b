SELECT month, icb, SUM(waits_over_12_hours) FROM ae_monthly WHERE icb IS NOT NULL GROUP BY month, icb HAVING SUM(waits_over_12_hours) BETWEEN 1 AND 4
