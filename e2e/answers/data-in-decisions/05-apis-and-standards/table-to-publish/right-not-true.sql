SELECT s.organisation, s.name, o.slug
FROM survey_organisations AS s
LEFT JOIN organisations AS o ON o.organisation = s.name
WHERE s.last_year BETWEEN 2024 AND 2024 AND s.is_group IS NOT TRUE
ORDER BY s.organisation
