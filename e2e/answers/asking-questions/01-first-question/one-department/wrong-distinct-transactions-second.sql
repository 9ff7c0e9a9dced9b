SELECT max(service), transactions FROM services WHERE department = 'Home Office' GROUP BY transactions
