select department, sum(amount_thousand) / 1000 as m from public_spending where budget <> 'NON-BUDGET' group by department order by m desc, department limit 10
