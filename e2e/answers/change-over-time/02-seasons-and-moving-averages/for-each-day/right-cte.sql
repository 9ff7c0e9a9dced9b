WITH m AS (SELECT month, SUM(attendances) AS total FROM ae_monthly GROUP BY month)
SELECT month, total, total / day(last_day(month)) FROM m ORDER BY month
