SELECT region, ROUND(100.0 * SUM(over_4_hours) / SUM(attendances), 1) AS p FROM ae_monthly GROUP BY region ORDER BY p DESC
