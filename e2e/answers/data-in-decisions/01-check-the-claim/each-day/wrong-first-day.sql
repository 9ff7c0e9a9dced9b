SELECT month, SUM(attendances), ROUND(SUM(attendances) / day(month)) FROM ae_monthly GROUP BY month
