SELECT service, transactions FROM services WHERE department = 'Home Office' AND transactions // 1000 > 100
