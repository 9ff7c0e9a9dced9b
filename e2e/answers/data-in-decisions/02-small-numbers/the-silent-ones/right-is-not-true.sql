SELECT name, engagement, ROUND(engagement * response_rate / 100, 1) AS lowest, ROUND(engagement * response_rate / 100 + 100 - response_rate, 1) AS highest
FROM survey_scores
WHERE is_group IS NOT TRUE AND 50 > response_rate AND year = 2024
