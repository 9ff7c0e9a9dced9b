SELECT service, coalesce(transactions, 0) FROM services WHERE department = 'Home Office'
