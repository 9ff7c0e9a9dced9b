SELECT c.code, c.name, COUNT(*) FROM councils c JOIN deprivation_areas a ON a.council_code = c.code WHERE a.national_decile = 1 AND c.region = 'South West' AND c.is_current AND c.is_lower_or_unitary GROUP BY c.code, c.name
UNION ALL
SELECT c.code, c.name, 0 FROM councils c WHERE c.region = 'South West' AND c.is_current AND c.is_lower_or_unitary AND c.code NOT IN (SELECT council_code FROM deprivation_areas WHERE national_decile = 1)
