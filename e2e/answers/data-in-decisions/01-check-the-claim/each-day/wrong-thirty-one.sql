SELECT month, SUM(attendances), ROUND(SUM(attendances) / 31) FROM ae_monthly GROUP BY month
