SELECT service, transactions FROM services QUALIFY rank() OVER (ORDER BY transactions DESC) <= 5 ORDER BY transactions DESC
