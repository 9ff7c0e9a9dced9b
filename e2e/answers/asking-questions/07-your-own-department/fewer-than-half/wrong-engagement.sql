SELECT name, engagement FROM survey_scores WHERE year = 2024 AND response_rate < 50 AND NOT is_group
