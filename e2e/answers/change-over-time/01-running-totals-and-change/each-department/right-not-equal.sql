with m as (select department, month, sum(amount_thousand) t from public_spending where department in ('Home Office','HM Treasury') and budget != 'NON-BUDGET' group by all)
select *, sum(t) over (partition by department order by month) from m
