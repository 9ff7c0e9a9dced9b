SELECT e.year, ROUND(1000 * e.co2_kt / p.people, 2) AS tonnes_per_person
FROM emissions AS e
JOIN councils AS c ON c.code = e.council_code
JOIN population AS p ON p.area_code = c.gss_code AND p.year = 2020
WHERE c.code = 'TWH'
  AND e.sector = 'Domestic'
