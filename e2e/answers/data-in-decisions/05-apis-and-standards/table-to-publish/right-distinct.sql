SELECT DISTINCT s.organisation, s.name, o.slug
FROM survey_organisations AS s
LEFT JOIN organisations AS o ON s.name = o.organisation
WHERE s.last_year = 2024 AND NOT s.is_group
ORDER BY s.organisation
