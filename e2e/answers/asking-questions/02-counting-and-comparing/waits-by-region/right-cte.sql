WITH january AS (FROM ae_monthly WHERE month = '2026-01-01') SELECT region, ROUND(100 * SUM(within_4_hours) / SUM(attendances), 1) AS share FROM january GROUP BY region ORDER BY share
