SELECT a.organisation, a.name, b.name
FROM survey_scores AS a
JOIN survey_scores AS b ON b.organisation = a.organisation
WHERE a.year = 2019 AND b.year = 2023 AND b.name <> a.name
