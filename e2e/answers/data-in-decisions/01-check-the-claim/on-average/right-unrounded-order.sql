SELECT region, ROUND(100.0 * SUM(over_4_hours) / SUM(attendances), 1) FROM ae_monthly WHERE month = '2026-03-01' GROUP BY region ORDER BY SUM(over_4_hours) / SUM(attendances) DESC
