WITH all_services AS (SELECT * FROM services) SELECT service, department, transactions FROM all_services
