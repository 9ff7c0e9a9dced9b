SELECT organisation, name, (SELECT slug FROM organisations WHERE organisation = s.name) AS slug
FROM survey_organisations AS s
WHERE last_year = 2024 AND NOT is_group
ORDER BY organisation
