select provider, case when waits_over_12_hours>=1 and waits_over_12_hours<=4 then null else waits_over_12_hours end
FROM ae_monthly WHERE month = '2026-03-01' AND icb = 'NHS North East and North Cumbria Integrated Care Board'
