SELECT a.service, b.department, b.transactions FROM services a JOIN services b ON a.service = b.service
