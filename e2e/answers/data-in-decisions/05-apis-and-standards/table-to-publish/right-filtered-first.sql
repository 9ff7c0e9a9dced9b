SELECT s.organisation, s.name, o.slug
FROM (SELECT * FROM survey_organisations WHERE last_year = 2024) AS s
LEFT JOIN organisations AS o ON s.name = o.organisation
WHERE s.is_group = FALSE
ORDER BY s.organisation
