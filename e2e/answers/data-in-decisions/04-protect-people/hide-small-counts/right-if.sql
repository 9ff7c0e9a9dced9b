SELECT provider, if(waits_over_12_hours between 1 and 4, null, waits_over_12_hours) as n
FROM ae_monthly WHERE month = '2026-03-01' AND icb = 'NHS North East and North Cumbria Integrated Care Board'
