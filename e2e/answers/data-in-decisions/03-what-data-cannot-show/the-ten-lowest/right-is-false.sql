SELECT a.name, a.engagement, b.engagement, ROUND(b.engagement - a.engagement, 1) AS change
FROM survey_scores AS a JOIN survey_scores AS b ON b.organisation = a.organisation
WHERE a.year = 2022 AND b.year = 2023 AND a.is_group = false
ORDER BY a.engagement, a.name
LIMIT 10
