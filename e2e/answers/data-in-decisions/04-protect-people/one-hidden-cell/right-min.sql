select month, icb, min(waits_over_12_hours) as n from ae_monthly where icb is not null and waits_over_12_hours in (1,2,3,4) group by 1, 2 having count(*) < 2
