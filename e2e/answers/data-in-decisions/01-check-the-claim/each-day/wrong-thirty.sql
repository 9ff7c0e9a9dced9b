SELECT month, SUM(attendances), ROUND(SUM(attendances) / 30) FROM ae_monthly GROUP BY month
