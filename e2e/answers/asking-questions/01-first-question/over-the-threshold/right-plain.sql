select service, transactions from services where department='Home Office' and transactions>100000
