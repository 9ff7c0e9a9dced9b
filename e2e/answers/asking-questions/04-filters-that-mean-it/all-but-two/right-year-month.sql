SELECT provider, region, waits_over_12_hours FROM ae_monthly
WHERE year(month) = 2026 AND month(month) = 1 AND waits_over_12_hours >= 1000 AND NOT region = 'London' AND NOT region = 'Midlands'
