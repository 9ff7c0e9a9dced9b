SELECT service, department, transactions FROM services GROUP BY ALL
