SELECT month, SUM(attendances), ROUND(SUM(attendances) / datediff('day', month, month + INTERVAL 1 MONTH)) FROM ae_monthly GROUP BY month
