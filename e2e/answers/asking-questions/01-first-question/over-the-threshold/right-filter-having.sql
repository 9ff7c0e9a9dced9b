SELECT service, sum(transactions) AS t FROM services WHERE department = 'Home Office' GROUP BY service HAVING sum(transactions) > 100000
