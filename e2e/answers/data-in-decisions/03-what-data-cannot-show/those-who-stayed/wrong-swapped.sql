SELECT COUNT(*), ROUND(AVG(b.engagement), 1), ROUND(AVG(a.engagement), 1)
FROM survey_scores AS a JOIN survey_scores AS b ON b.organisation = a.organisation
WHERE a.year = 2019 AND b.year = 2024 AND NOT a.is_group
