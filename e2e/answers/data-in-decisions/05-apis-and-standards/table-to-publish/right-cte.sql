WITH asked AS (
  SELECT organisation, name FROM survey_organisations WHERE last_year = 2024 AND is_group = FALSE
)
SELECT a.organisation, a.name, o.slug
FROM asked AS a
LEFT JOIN organisations AS o ON o.organisation = a.name
ORDER BY a.organisation
