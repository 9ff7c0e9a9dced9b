SELECT a.service, a.department, b.transactions FROM services a LEFT JOIN services b ON a.service = b.service
