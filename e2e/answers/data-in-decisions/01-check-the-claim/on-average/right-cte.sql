WITH r AS (SELECT region, SUM(over_4_hours) AS o, SUM(attendances) AS a FROM ae_monthly WHERE month = DATE '2026-03-01' GROUP BY region)
SELECT region, ROUND(100.0 * o / a, 1) AS percent FROM r ORDER BY percent DESC
