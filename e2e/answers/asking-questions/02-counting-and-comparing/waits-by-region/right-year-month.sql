SELECT region, ROUND(100.0 * SUM(within_4_hours) / SUM(attendances), 1) AS share FROM ae_monthly WHERE year(month) = 2026 AND month(month) = 1 GROUP BY region ORDER BY share
