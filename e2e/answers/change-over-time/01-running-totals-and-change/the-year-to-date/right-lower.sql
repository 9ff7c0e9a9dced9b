with m as (select date_trunc('month', paid)::date as mth, sum(amount) as t from payments where paid between '2021-04-01' and '2022-03-31' group by 1)
select mth, t, sum(t) over (order by mth) from m order by 1
