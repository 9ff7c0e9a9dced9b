SELECT provider, region, waits_over_12_hours FROM ae_monthly
WHERE month = '2026-01-01' AND region NOT IN ('London', 'Midlands')
