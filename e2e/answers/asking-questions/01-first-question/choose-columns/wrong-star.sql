SELECT * FROM services
