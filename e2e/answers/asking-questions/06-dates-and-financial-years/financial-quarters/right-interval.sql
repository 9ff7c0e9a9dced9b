select quarter(paid - interval 3 month) as q, sum(amount) from payments where paid >= '2021-04-01' and paid < '2022-04-01' group by q order by q
