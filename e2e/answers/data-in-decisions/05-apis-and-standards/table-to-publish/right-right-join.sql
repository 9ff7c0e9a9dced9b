SELECT s.organisation, s.name, o.slug
FROM organisations AS o
RIGHT JOIN survey_organisations AS s ON o.organisation = s.name
WHERE s.last_year = 2024 AND s.is_group IS FALSE
ORDER BY s.organisation ASC
