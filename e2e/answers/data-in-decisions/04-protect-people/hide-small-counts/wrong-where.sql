SELECT provider, waits_over_12_hours
FROM ae_monthly WHERE month = '2026-03-01' AND icb = 'NHS North East and North Cumbria Integrated Care Board' AND waits_over_12_hours NOT BETWEEN 1 AND 4
