SELECT region, ROUND(100.0 * SUM(over_4_hours_type_1) / SUM(attendances_type_1), 1) AS p FROM ae_monthly WHERE month = '2026-03-01' GROUP BY region ORDER BY p DESC
