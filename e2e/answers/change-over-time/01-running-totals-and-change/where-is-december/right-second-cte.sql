with m as (select date_trunc('month', paid)::date as mth, sum(amount) as t from payments group by mth),
c as (select mth, t, t - lag(t) over (order by mth) as ch from m)
select mth, t, ch from c where mth between '2022-01-01' and '2022-07-01' order by mth
