select body, sum(case when times_published > 1 then 1 else 0 end) as repeated, sum(case when times_published > 1 then amount * (times_published - 1) else 0 end) as pounds
from payments
group by body
order by body;
