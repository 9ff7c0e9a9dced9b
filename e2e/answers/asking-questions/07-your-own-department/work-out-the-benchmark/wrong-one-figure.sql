SELECT 2024, MEDIAN(engagement) FROM survey_scores WHERE NOT is_group
