SELECT service, transactions FROM services GROUP BY service, transactions, department HAVING department = 'Home Office'
