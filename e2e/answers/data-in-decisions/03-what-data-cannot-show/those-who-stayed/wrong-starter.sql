SELECT COUNT(DISTINCT organisation) AS organisations, ROUND(AVG(engagement) FILTER (WHERE year = 2019), 1), ROUND(AVG(engagement) FILTER (WHERE year = 2024), 1) FROM survey_scores WHERE NOT is_group
