select month, sum(attendances), round(sum(attendances)/day(last_day(month))) from ae_monthly group by month
