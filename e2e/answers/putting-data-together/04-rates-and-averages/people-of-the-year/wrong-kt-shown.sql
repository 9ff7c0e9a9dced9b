SELECT e.year, e.co2_kt FROM emissions e WHERE e.council_code = 'TWH' AND e.sector = 'Domestic'
