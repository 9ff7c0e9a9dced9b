SELECT month, total, ROUND(total / days) FROM (SELECT month, SUM(attendances) AS total, day(last_day(month)) AS days FROM ae_monthly GROUP BY month)
