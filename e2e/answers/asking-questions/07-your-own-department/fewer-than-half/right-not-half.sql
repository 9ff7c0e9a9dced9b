SELECT name, response_rate FROM survey_scores WHERE NOT is_group AND year = 2024 AND NOT response_rate >= 50
