SELECT month, SUM(attendances), SUM(attendances) / day(month) FROM ae_monthly GROUP BY month ORDER BY month
