SELECT name, engagement, ROUND(engagement * response_rate / 100, 1) AS lowest, ROUND(engagement * response_rate / 100 + 100 - response_rate, 1) AS highest
FROM survey_scores
WHERE year = 2023 AND NOT is_group AND response_rate < 50
