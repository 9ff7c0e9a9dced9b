select month, sum(attendances) as total, sum(attendances) * 1.0 / day(last_day(month)) as per_day from ae_monthly group by month order by 1
