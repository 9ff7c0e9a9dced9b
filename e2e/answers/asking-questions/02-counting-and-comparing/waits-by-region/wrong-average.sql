SELECT region, ROUND(AVG(100.0 * within_4_hours / attendances), 1) AS share FROM ae_monthly WHERE month = '2026-01-01' GROUP BY region ORDER BY share
