WITH jan AS (SELECT * FROM ae_monthly WHERE month = '2026-01-01'), big AS (SELECT * FROM jan WHERE waits_over_12_hours >= 1000)
SELECT provider, region, waits_over_12_hours FROM big WHERE region NOT IN ('London', 'Midlands')
