select provider, attendances, round(100.0*over_4_hours/attendances,1) as p from ae_monthly where month='2026-01-01' and attendances>0 order by p desc limit 5;
