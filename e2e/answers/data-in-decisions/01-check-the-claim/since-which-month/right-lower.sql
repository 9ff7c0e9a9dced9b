with m as (select month, 100.0 * sum(over_4_hours) / sum(attendances) as p from ae_monthly group by month)
select month, round(p, 1) as percent, round(p - (select p from m where month = date '2026-03-01'), 1) as points from m order by points desc
