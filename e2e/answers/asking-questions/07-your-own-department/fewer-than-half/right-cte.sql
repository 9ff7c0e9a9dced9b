WITH last AS (SELECT * FROM survey_scores WHERE year = 2024 AND NOT is_group) SELECT name, response_rate FROM last WHERE response_rate < 50
