select region, round(sum(waits_over_12_hours)/10)*10 as a, sum(round(waits_over_12_hours/10)*10) as b
FROM ae_monthly WHERE month = '2026-03-01' GROUP BY region
