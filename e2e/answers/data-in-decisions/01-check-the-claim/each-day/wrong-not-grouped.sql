SELECT month, attendances, ROUND(attendances / day(last_day(month))) FROM ae_monthly
