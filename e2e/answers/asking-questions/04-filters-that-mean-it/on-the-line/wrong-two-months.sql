SELECT provider, waits_over_12_hours FROM ae_monthly WHERE month BETWEEN '2025-11-01' AND '2025-12-01' AND waits_over_12_hours >= 1000
