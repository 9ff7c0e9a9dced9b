SELECT provider, region, waits_over_12_hours FROM ae_monthly
WHERE waits_over_12_hours >= 1000 AND region NOT IN ('London', 'Midlands')
