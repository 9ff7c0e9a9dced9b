SELECT s.organisation, name, slug
FROM survey_organisations AS s
LEFT JOIN (SELECT organisation AS name, slug FROM organisations) AS pages USING (name)
WHERE last_year = 2024 AND NOT is_group
ORDER BY s.organisation, slug
