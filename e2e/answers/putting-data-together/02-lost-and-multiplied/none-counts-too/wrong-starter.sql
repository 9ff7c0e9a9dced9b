SELECT c.code, c.name, COUNT(*) AS areas
FROM councils AS c
JOIN deprivation_areas AS a ON a.council_code = c.code
WHERE c.region = 'South West'
  AND c.is_current
  AND c.is_lower_or_unitary
  AND a.national_decile = 1
GROUP BY c.code, c.name
