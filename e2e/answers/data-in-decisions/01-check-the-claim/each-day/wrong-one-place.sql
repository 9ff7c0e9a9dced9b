SELECT month, SUM(attendances), ROUND(SUM(attendances) / day(last_day(month)), 1) FROM ae_monthly GROUP BY month
