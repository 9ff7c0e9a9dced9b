SELECT name, response_rate FROM survey_scores WHERE year = 2024 AND response_rate <= 49 AND NOT is_group
