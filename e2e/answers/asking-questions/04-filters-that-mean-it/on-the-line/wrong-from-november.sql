SELECT provider, waits_over_12_hours FROM ae_monthly WHERE month >= '2025-11-01' AND waits_over_12_hours >= 1000
