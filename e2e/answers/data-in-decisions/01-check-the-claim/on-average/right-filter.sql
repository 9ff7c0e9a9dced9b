SELECT region, ROUND(100.0 * SUM(over_4_hours) FILTER (WHERE month = '2026-03-01') / SUM(attendances) FILTER (WHERE month = '2026-03-01'), 1) AS p FROM ae_monthly GROUP BY region ORDER BY p DESC
