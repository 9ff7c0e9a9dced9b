SELECT name, engagement, response_rate FROM survey_scores WHERE year = 2024 AND NOT is_group ORDER BY response_rate
