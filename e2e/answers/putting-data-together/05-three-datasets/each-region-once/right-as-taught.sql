SELECT c.region, ROUND(1000 * SUM(e.co2_kt) / SUM(p.people), 2) AS r
FROM deprivation_councils d JOIN councils c ON c.gss_code = d.gss_code JOIN emissions e ON e.council_code = c.code AND e.year = 2019 AND e.sector = 'Domestic' JOIN population p ON p.area_code = c.gss_code AND p.year = 2019
WHERE d.domain = 'Index of Multiple Deprivation'
 GROUP BY c.region
 ORDER BY r DESC
