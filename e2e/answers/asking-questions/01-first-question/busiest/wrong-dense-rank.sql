SELECT service, transactions FROM services QUALIFY dense_rank() OVER (ORDER BY transactions DESC) <= 5 ORDER BY transactions DESC
