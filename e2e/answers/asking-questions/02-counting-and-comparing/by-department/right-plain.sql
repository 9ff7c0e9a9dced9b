select department, count(*), sum(transactions) from services group by department
