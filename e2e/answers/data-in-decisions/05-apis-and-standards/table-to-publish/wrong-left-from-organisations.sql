SELECT s.organisation, s.name, o.slug
FROM organisations AS o
LEFT JOIN survey_organisations AS s ON o.organisation = s.name
WHERE s.last_year = 2024 AND NOT s.is_group
ORDER BY s.organisation
