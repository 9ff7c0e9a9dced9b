SELECT region, ROUND(100.0 * w / a, 1) AS share FROM (SELECT region, SUM(within_4_hours) AS w, SUM(attendances) AS a FROM ae_monthly WHERE month = '2026-01-01' GROUP BY region) ORDER BY share
