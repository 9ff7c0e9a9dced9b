SELECT service, transactions FROM services WHERE agency_abbreviation IS NOT NULL ORDER BY transactions DESC LIMIT 5
