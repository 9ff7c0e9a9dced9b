SELECT month, SUM(attendances), SUM(attendances) / extract(day FROM last_day(month)) FROM ae_monthly GROUP BY month ORDER BY month
