SELECT provider, CASE WHEN waits_over_12_hours IN (1,2,3,4) THEN NULL ELSE waits_over_12_hours END AS waits_over_12_hours
FROM ae_monthly WHERE month = '2026-03-01' AND icb = 'NHS North East and North Cumbria Integrated Care Board'
