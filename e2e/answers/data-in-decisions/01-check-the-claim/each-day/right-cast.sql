SELECT month, SUM(attendances), CAST(ROUND(SUM(attendances) / day(last_day(month))) AS INTEGER) AS each_day FROM ae_monthly GROUP BY month
