SELECT e.year, ROUND(1000 * e.co2_kt / p.people, 2) FROM emissions e JOIN councils c ON c.code = e.council_code JOIN population p ON p.area_code = c.gss_code AND p.year = e.year WHERE c.code = 'TWH'
