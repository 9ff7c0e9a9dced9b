SELECT month, SUM(attendances), SUM(attendances) / day(last_day(month)) AS d FROM ae_monthly GROUP BY month ORDER BY d DESC
