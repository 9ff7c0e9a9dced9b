SELECT DISTINCT month, SUM(attendances) OVER (PARTITION BY month) AS a, SUM(attendances) OVER (PARTITION BY month) / day(last_day(month)) AS d FROM ae_monthly ORDER BY month
