SELECT month, SUM(attendances) AS total, ROUND(SUM(attendances) / EXTRACT(DAY FROM last_day(month)), 0) AS per_day FROM ae_monthly GROUP BY 1 ORDER BY 1
