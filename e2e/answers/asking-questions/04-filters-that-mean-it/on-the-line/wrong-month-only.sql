SELECT provider, waits_over_12_hours FROM ae_monthly WHERE month(month) = 10 AND waits_over_12_hours >= 1000
