SELECT service, transactions FROM services WHERE department ILIKE 'home office'
