SELECT COUNT(*), ROUND(AVG(a.engagement), 1), ROUND(AVG(b.engagement), 1)
FROM survey_scores a, survey_scores b
WHERE a.organisation = b.organisation AND a.year = 2019 AND b.year = 2024 AND NOT a.is_group
