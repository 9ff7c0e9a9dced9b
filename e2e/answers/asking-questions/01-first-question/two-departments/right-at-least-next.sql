select service, department, transactions from services where department in ('Ministry of Justice','Home Office') and transactions >= 100001;
