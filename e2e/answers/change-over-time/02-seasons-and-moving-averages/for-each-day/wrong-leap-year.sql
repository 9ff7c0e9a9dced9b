SELECT month, SUM(attendances), SUM(attendances) / CASE WHEN month(month) IN (4, 6, 9, 11) THEN 30 WHEN month(month) = 2 THEN 29 ELSE 31 END
FROM ae_monthly GROUP BY month ORDER BY month
