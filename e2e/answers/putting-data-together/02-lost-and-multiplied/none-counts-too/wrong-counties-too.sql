SELECT c.code, c.name, COUNT(a.area_code) FROM councils c LEFT JOIN deprivation_areas a ON a.council_code = c.code AND a.national_decile = 1 WHERE c.region = 'South West' GROUP BY c.code, c.name
