SELECT provider, NULLIF(waits_over_12_hours, 0)
FROM ae_monthly WHERE month = '2026-03-01' AND icb = 'NHS North East and North Cumbria Integrated Care Board'
