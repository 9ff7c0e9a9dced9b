select department, sum(transactions) from services group by department having sum(transactions)>10000000 order by sum(transactions) desc;
