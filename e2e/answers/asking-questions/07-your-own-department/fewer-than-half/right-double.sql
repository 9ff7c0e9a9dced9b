SELECT name, response_rate FROM survey_scores WHERE year = 2024 AND response_rate < 50.0 AND is_group <> TRUE ORDER BY response_rate DESC
