SELECT month, icb, waits_over_12_hours FROM ae_monthly WHERE waits_over_12_hours BETWEEN 1 AND 4 AND icb IS NOT NULL QUALIFY COUNT(*) OVER (PARTITION BY month, icb) = 1
