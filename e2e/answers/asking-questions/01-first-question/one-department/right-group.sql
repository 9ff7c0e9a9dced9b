SELECT service, sum(transactions) FROM services WHERE department = 'Home Office' GROUP BY service
