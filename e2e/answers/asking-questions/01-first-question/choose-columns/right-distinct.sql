SELECT DISTINCT service, department, transactions FROM services
