SELECT region, ROUND(100.0 * AVG(over_4_hours) / AVG(attendances), 1) AS p FROM ae_monthly WHERE month = '2026-03-01' GROUP BY region ORDER BY p DESC
