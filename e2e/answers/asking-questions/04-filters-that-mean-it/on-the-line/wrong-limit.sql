SELECT provider, waits_over_12_hours FROM ae_monthly WHERE month = '2025-11-01' ORDER BY waits_over_12_hours DESC LIMIT 12
