SELECT s.organisation AS code, s.name AS survey_name, o.slug AS govuk_slug
FROM survey_organisations s
LEFT OUTER JOIN organisations o ON (o.organisation = s.name)
WHERE s.last_year >= 2024 AND s.is_group <> TRUE
ORDER BY code
