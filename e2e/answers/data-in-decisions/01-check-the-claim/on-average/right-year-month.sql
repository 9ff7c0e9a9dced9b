SELECT region, ROUND(100.0 * SUM(over_4_hours) / SUM(attendances), 1) AS p FROM ae_monthly WHERE year(month) = 2026 AND month(month) = 3 GROUP BY 1 ORDER BY 2 DESC, 1
