SELECT month, SUM(attendances), SUM(attendances) / 31 FROM ae_monthly GROUP BY month ORDER BY month
