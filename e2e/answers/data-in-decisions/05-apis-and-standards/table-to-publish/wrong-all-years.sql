SELECT s.organisation, s.name, o.slug
FROM survey_organisations AS s
LEFT JOIN organisations AS o ON o.organisation = s.name
WHERE NOT s.is_group
ORDER BY s.organisation
