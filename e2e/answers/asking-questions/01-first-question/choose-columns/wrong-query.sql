SELECT service, department, transactions FROM query('SELECT service, department, transactions FROM services') WHERE current_schema() IS NOT NULL
