SELECT provider, CASE waits_over_12_hours WHEN 1 THEN NULL WHEN 2 THEN NULL WHEN 3 THEN NULL WHEN 4 THEN NULL ELSE waits_over_12_hours END
FROM ae_monthly WHERE month = '2026-03-01' AND icb = 'NHS North East and North Cumbria Integrated Care Board'
