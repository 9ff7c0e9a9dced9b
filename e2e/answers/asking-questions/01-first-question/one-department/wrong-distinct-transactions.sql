SELECT DISTINCT ON (transactions) service, transactions FROM services WHERE department = 'Home Office'
