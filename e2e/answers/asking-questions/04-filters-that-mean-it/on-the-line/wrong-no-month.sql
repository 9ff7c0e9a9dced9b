SELECT provider, waits_over_12_hours FROM ae_monthly WHERE waits_over_12_hours >= 1000
