WITH mine AS (SELECT provider, waits_over_12_hours AS n FROM ae_monthly WHERE month = '2026-03-01' AND icb = 'NHS North East and North Cumbria Integrated Care Board')
SELECT provider, CASE WHEN n BETWEEN 1 AND 4 THEN NULL ELSE n END FROM mine
