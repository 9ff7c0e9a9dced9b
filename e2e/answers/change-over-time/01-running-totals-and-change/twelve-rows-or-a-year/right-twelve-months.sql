with m as (select date_trunc('month', paid)::date as mth, sum(amount) as t from payments where body = 'Crown Commercial Service' group by mth)
select a.mth, a.t, b.t from m a inner join m b on b.mth = a.mth - interval 12 month order by 1
