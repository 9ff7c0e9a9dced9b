SELECT name, response_rate FROM (SELECT name, response_rate, is_group FROM survey_scores WHERE year = 2024 AND response_rate < 50) WHERE NOT is_group
