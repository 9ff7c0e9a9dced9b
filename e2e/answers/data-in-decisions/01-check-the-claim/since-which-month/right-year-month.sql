WITH m AS (SELECT month, 100.0 * SUM(over_4_hours) / SUM(attendances) AS p FROM ae_monthly GROUP BY month)
SELECT month, ROUND(p, 1), ROUND(p - (SELECT p FROM m WHERE year(month) = 2026 AND month(month) = 3), 1) FROM m ORDER BY 3 DESC
