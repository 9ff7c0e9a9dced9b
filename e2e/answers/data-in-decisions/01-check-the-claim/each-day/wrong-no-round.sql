SELECT month, SUM(attendances), SUM(attendances) / day(last_day(month)) FROM ae_monthly GROUP BY month
