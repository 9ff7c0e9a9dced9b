SELECT s.organisation, s.name, MAX(o.slug) AS slug
FROM survey_organisations AS s
LEFT JOIN organisations AS o ON o.organisation = s.name
WHERE s.last_year = 2024 AND NOT s.is_group
GROUP BY s.organisation, s.name
ORDER BY s.organisation
