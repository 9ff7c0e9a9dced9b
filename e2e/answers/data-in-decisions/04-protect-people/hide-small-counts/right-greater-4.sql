SELECT provider, CASE WHEN waits_over_12_hours > 0 AND waits_over_12_hours < 5 THEN NULL ELSE waits_over_12_hours END
FROM ae_monthly WHERE month = '2026-03-01' AND icb = 'NHS North East and North Cumbria Integrated Care Board'
