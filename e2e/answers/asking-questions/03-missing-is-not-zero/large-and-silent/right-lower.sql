select service, department, transactions from services where transactions>1000000 and digital_transactions is null order by transactions desc;
