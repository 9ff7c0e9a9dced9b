SELECT DISTINCT month, SUM(attendances) OVER (PARTITION BY month), ROUND(SUM(attendances) OVER (PARTITION BY month) / day(last_day(month))) FROM ae_monthly
