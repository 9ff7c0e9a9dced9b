SELECT region, FLOOR((SUM(waits_over_12_hours) + 5) / 10) * 10, SUM(FLOOR((waits_over_12_hours + 5) / 10) * 10)
FROM ae_monthly WHERE month = '2026-03-01' GROUP BY region
