WITH m AS (SELECT month, SUM(attendances) AS total FROM ae_monthly GROUP BY month)
SELECT month, total, total / (CAST(month + INTERVAL 1 MONTH AS DATE) - month) FROM m ORDER BY month
