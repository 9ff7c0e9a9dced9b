with c as (select quarter, count(*) - count(paid) d, count(*) - count(category) k from oxford_payments group by quarter)
select * from c where d > 2 or k > 2;
