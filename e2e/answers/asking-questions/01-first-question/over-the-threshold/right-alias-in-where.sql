SELECT service, transactions AS t FROM services WHERE department = 'Home Office' AND t > 100000
