select service, transactions, cost_per_transaction from services where transactions>1000000 order by cost_per_transaction desc limit 5;
