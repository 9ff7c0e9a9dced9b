SELECT name, response_rate FROM survey_scores WHERE 2024 = year AND 50 > response_rate AND is_group IS FALSE ORDER BY name
