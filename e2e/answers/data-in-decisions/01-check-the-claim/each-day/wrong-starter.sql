SELECT month, SUM(attendances) AS attendances, day(last_day(month)) AS days FROM ae_monthly GROUP BY month
