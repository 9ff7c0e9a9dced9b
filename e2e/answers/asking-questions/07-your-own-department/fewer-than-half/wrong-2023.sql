SELECT name, response_rate FROM survey_scores WHERE year = 2023 AND response_rate < 50 AND NOT is_group
