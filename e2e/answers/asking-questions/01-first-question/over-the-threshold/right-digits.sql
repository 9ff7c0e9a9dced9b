SELECT service, transactions FROM services WHERE department = 'Home Office' AND length(transactions::VARCHAR) >= 6 AND transactions <> 100000
