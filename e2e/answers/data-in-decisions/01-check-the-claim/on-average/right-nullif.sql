SELECT region, ROUND(100.0 * SUM(over_4_hours) / NULLIF(SUM(attendances), 0), 1) AS p FROM ae_monthly WHERE month = '2026-03-01' GROUP BY region ORDER BY p DESC NULLS LAST
