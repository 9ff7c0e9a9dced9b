WITH t AS (SELECT month, SUM(attendances) AS a FROM ae_monthly GROUP BY month)
SELECT month, a, ROUND(a / day(last_day(month))) FROM t
