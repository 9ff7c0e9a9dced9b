select month(paid) as m, count(*) as n, sum(amount) as total from payments where year(paid) = 2021 group by m order by m
