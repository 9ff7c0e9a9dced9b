SELECT name, engagement, engagement * response_rate / 100 AS lowest, engagement * response_rate / 100 + 100 - response_rate AS highest
FROM survey_scores
WHERE year = 2024 AND NOT is_group AND response_rate < 50
