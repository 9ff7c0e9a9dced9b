SELECT month, SUM(attendances), SUM(attendances) / month(month) FROM ae_monthly GROUP BY month ORDER BY month
