SELECT provider, region, waits_over_12_hours FROM ae_monthly
WHERE month = '2026-01-01' AND waits_over_12_hours >= 1000 AND region != 'London' AND region != 'Midlands'
