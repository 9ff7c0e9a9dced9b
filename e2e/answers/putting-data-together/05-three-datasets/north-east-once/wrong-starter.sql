SELECT c.code, c.name, d.average_score, e.co2_kt
FROM deprivation_councils AS d
JOIN councils AS c ON c.gss_code = d.gss_code
JOIN emissions AS e ON e.council_code = c.code AND e.year = 2019 AND e.sector = 'Domestic'
WHERE c.region = 'North East'
