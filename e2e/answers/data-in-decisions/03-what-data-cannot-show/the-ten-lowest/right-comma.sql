SELECT a.name, a.engagement, b.engagement, ROUND(b.engagement - a.engagement, 1) AS change
FROM survey_scores a, survey_scores b
WHERE a.organisation = b.organisation AND a.year = 2022 AND b.year = 2023 AND NOT a.is_group
ORDER BY a.engagement, a.name
LIMIT 10
