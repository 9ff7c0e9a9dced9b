SELECT service, department, transactions FROM services QUALIFY row_number() OVER () <= 658
