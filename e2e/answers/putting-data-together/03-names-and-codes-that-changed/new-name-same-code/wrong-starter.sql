SELECT a.organisation, a.name, b.name
FROM survey_scores AS a
JOIN survey_scores AS b ON b.name = a.name
WHERE a.year = 2019
  AND b.year = 2023
