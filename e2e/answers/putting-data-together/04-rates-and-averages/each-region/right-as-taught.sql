WITH places AS (
  SELECT council_code, SUM(co2_kt) AS co2_kt
  FROM emissions
  WHERE year = 2019
  GROUP BY council_code
)
SELECT c.region, ROUND(1000 * SUM(places.co2_kt) / SUM(p.people), 2) AS tonnes_per_person
FROM places
JOIN councils AS c ON c.code = places.council_code
JOIN population AS p ON p.area_code = c.gss_code AND p.year = 2019
WHERE c.is_lower_or_unitary
GROUP BY c.region
ORDER BY tonnes_per_person DESC
