SELECT service, transactions FROM services WHERE department_abbreviation = 'HMRC' ORDER BY transactions DESC LIMIT 5
