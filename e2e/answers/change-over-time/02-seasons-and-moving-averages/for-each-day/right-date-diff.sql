WITH m AS (SELECT month, SUM(attendances) AS total FROM ae_monthly GROUP BY month)
SELECT month, total, total / date_diff('day', month, month + INTERVAL 1 MONTH) AS each_day FROM m ORDER BY month
