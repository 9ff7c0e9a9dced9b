SELECT provider, CASE WHEN waits_over_12_hours NOT BETWEEN 1 AND 4 THEN waits_over_12_hours END AS waits
FROM ae_monthly WHERE month = '2026-03-01' AND icb = 'NHS North East and North Cumbria Integrated Care Board'
