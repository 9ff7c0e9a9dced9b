select case when month(paid) < 4 then year(paid) - 1 else year(paid) end as y, sum(amount) as total from payments group by y order by y
