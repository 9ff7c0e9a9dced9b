select region, round(100.0*sum(within_4_hours)/sum(attendances),1) as p from ae_monthly where month='2026-01-01' group by region order by p;
