SELECT name, response_rate FROM survey_scores WHERE response_rate < 50 AND NOT is_group
