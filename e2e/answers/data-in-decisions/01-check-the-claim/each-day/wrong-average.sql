SELECT month, AVG(attendances), ROUND(AVG(attendances) / day(last_day(month))) FROM ae_monthly GROUP BY month
