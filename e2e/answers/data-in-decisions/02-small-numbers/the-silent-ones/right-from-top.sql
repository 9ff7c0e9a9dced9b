SELECT name, engagement, ROUND(engagement * response_rate / 100, 1) AS lowest, ROUND(100 - (100 - engagement) * response_rate / 100, 1) AS highest
FROM survey_scores
WHERE year = 2024 AND NOT is_group AND response_rate < 50
