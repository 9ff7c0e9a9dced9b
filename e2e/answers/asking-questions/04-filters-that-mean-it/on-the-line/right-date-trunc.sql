SELECT provider, waits_over_12_hours FROM ae_monthly
WHERE date_trunc('month', month) = '2025-11-01' AND waits_over_12_hours >= 1000
