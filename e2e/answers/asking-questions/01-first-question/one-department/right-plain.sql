select service, transactions from services where department = 'Home Office';
