SELECT month, SUM(attendances), SUM(attendances) / 30 FROM ae_monthly GROUP BY month ORDER BY month
