SELECT year, MEDIAN(engagement) FROM survey_scores WHERE NOT is_group AND year = 2024 GROUP BY year
