select department, sum(transactions) as total from services group by department having sum(transactions) > 10000000 order by total desc
