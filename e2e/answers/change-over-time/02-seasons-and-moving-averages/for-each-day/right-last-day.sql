SELECT month, SUM(attendances) AS attendances, SUM(attendances) / day(last_day(month)) AS each_day FROM ae_monthly GROUP BY month ORDER BY month
