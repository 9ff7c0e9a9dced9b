select year(paid - interval 3 month) as y, sum(amount) as total from payments where paid >= '2020-04-01' and month(paid) between 4 and 7 group by y order by y
