SELECT name, response_rate FROM survey_scores WHERE year = 2024 AND NOT is_group AND response_rate < (SELECT AVG(response_rate) FROM survey_scores WHERE year = 2024)
