SELECT month, SUM(attendances), SUM(attendances) / COUNT(*) FROM ae_monthly GROUP BY month ORDER BY month
