SELECT provider, waits_over_12_hours FROM ae_monthly WHERE month = '2026-03-01' AND icb = 'NHS North East and North Cumbria Integrated Care Board' AND waits_over_12_hours NOT IN (1,2,3,4)
UNION ALL
SELECT provider, NULL FROM ae_monthly WHERE month = '2026-03-01' AND icb = 'NHS North East and North Cumbria Integrated Care Board' AND waits_over_12_hours IN (1,2,3,4)
