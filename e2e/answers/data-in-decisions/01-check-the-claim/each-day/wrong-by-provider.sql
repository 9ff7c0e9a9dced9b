SELECT month, SUM(attendances), ROUND(SUM(attendances) / day(last_day(month))) FROM ae_monthly GROUP BY month, provider
