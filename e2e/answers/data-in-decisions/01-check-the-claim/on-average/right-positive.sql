SELECT region, ROUND(100.0 * SUM(over_4_hours) / SUM(attendances), 1) AS p FROM ae_monthly WHERE month = '2026-03-01' AND attendances > 0 GROUP BY region ORDER BY p DESC
