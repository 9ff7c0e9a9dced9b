SELECT month, SUM(attendances), ROUND(SUM(attendances) / CASE WHEN month(month) IN (4,6,9,11) THEN 30 WHEN month(month) = 2 THEN 28 ELSE 31 END) FROM ae_monthly GROUP BY month
