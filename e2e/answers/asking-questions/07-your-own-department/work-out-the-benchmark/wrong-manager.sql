SELECT year, MEDIAN(my_manager) FROM survey_scores WHERE NOT is_group GROUP BY year ORDER BY year
