select department, count(*), count(distinct organisation_code), count(*) filter (where amount_thousand = 0) from public_spending group by department
