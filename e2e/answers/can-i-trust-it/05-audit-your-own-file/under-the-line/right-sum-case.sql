select quarter, count(*) as lines, round(sum(case when amount < 500 then 1 else 0 end) * 100.0 / count(*), 1)
from oxford_payments
where amount is not null
group by quarter;
