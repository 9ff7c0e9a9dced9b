SELECT service, transactions FROM service_periods WHERE year_to = '2012-12-31' ORDER BY transactions DESC LIMIT 5
