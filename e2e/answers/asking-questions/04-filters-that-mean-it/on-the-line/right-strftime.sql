SELECT provider, waits_over_12_hours FROM ae_monthly
WHERE strftime(month, '%Y-%m') = '2025-11' AND waits_over_12_hours >= 1000
