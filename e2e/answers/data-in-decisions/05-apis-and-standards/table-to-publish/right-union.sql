SELECT s.organisation, s.name, o.slug
FROM survey_organisations AS s
JOIN organisations AS o ON o.organisation = s.name
WHERE s.last_year = 2024 AND NOT s.is_group
UNION ALL
SELECT organisation, name, NULL
FROM survey_organisations
WHERE last_year = 2024 AND NOT is_group AND name NOT IN (SELECT organisation FROM organisations)
ORDER BY 1
