SELECT month, SUM(attendances), AVG(attendances) FROM ae_monthly GROUP BY month ORDER BY month
