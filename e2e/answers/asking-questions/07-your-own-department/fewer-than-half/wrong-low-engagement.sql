SELECT name, response_rate FROM survey_scores WHERE year = 2024 AND engagement < 50 AND NOT is_group
