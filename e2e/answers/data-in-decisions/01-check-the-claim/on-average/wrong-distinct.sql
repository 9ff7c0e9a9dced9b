SELECT region, ROUND(100.0 * SUM(DISTINCT over_4_hours) / SUM(DISTINCT attendances), 1) AS p FROM ae_monthly WHERE month = '2026-03-01' GROUP BY region ORDER BY p DESC
